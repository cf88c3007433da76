package dev.encargo.cli;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints what a shell has to read to complete commands and options.
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Print a script that lets bash or zsh complete commands and options.",
        footer = {"", "Use:  source <(./encargo completion bash)"})
final class CompletionCommand implements Runnable {
    /// Shells that read the same script.
    enum Shell {
        BASH,
        ZSH
    }

    @Parameters(paramLabel = "SHELL", description = "bash or zsh")
    private Shell shell = Shell.BASH;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (shell == Shell.ZSH) {
            out.println("autoload -U +X compinit && compinit");
        }
        out.print(AutoComplete.bash("encargo", spec.root().commandLine()));
        out.flush();
    }
}
