/// What a function on AWS tells of itself: lines of JSON that CloudWatch reads, and subsegments for X-Ray.
@NullMarked
package dev.encargo.aws.telemetry;

import org.jspecify.annotations.NullMarked;
