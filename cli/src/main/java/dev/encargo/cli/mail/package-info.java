/// Commands about the mails that the application has written; none leaves the machine.
@NullMarked
package dev.encargo.cli.mail;

import org.jspecify.annotations.NullMarked;
