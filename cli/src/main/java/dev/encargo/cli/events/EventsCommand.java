package dev.encargo.cli.events;

import dev.encargo.cli.Group;
import picocli.CommandLine.Command;

/// `encargo events …`
@Command(
        name = "events",
        aliases = "event",
        mixinStandardHelpOptions = true,
        description = "Follow events, look at one, ask why a rule did not match it.",
        subcommands = {EventsTail.class, EventsShow.class, EventsWhy.class, EventsMatch.class})
public final class EventsCommand extends Group {}
