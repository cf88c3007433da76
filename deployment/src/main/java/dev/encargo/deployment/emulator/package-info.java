/// moto, a stand-in for AWS written by others, with the template's resources in it. The only place beside
/// `platform-aws` that speaks the AWS SDK, since it does what CloudFormation does.
@NullMarked
package dev.encargo.deployment.emulator;

import org.jspecify.annotations.NullMarked;
