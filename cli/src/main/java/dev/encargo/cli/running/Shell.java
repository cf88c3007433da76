package dev.encargo.cli.running;

/// Words of a command to type.
public final class Shell {
    private Shell() {}

    /// The text as one word of a shell: quoted where it would be several, or another.
    public static String word(String text) {
        return text.matches("[\\w@%+=:,./\\\\-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
