package dev.encargo.local.http.wire;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A port that somebody else listens on; `holder` where the system tells who.
public final class PortTaken extends java.net.BindException {
    private static final long serialVersionUID = 1L;

    private final int port;
    private final transient @Nullable PortHolder holder;

    PortTaken(int port, @Nullable PortHolder holder, Throwable cause) {
        super("Port " + port + " is in use"
                + (holder == null ? "." : " by pid " + holder.pid() + " (" + holder.command() + ")."));
        initCause(cause);
        this.port = port;
        this.holder = holder;
    }

    public int port() {
        return port;
    }

    public Optional<PortHolder> holder() {
        return Optional.ofNullable(holder);
    }
}
