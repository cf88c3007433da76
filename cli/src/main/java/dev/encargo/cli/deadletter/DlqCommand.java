package dev.encargo.cli.deadletter;

import dev.encargo.cli.Group;
import picocli.CommandLine.Command;

/// `encargo dlq …`
@Command(
        name = "dlq",
        mixinStandardHelpOptions = true,
        description = "Look at dead letters, give them another try, or throw them away.",
        subcommands = {DlqList.class, DlqShow.class, DlqRedrive.class, DlqPurge.class})
public final class DlqCommand extends Group {}
