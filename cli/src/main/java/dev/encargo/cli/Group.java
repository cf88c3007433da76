package dev.encargo.cli;

import static dev.encargo.cli.words.Words.say;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A noun whose verbs are commands: alone it is wrong usage.
@Command
public abstract class Group implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), say("By itself this command does nothing."));
    }
}
