package dev.encargo.cli.mail;

import dev.encargo.cli.Group;
import picocli.CommandLine.Command;

/// `encargo mail …`
@Command(
        name = "mail",
        mixinStandardHelpOptions = true,
        description = "Read the mails that customers would have got. None leaves this machine.",
        subcommands = {MailList.class, MailShow.class})
public final class MailCommand extends Group {}
