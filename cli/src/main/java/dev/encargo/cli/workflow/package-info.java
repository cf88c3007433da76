/// Commands about workflows and their executions.
@NullMarked
package dev.encargo.cli.workflow;

import org.jspecify.annotations.NullMarked;
