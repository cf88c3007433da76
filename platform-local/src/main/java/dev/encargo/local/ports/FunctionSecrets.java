package dev.encargo.local.ports;

import dev.encargo.platform.Secrets;
import java.util.List;

/// The secrets that one function is given by the variables `SECRET_…` of its environment.
record FunctionSecrets(Outlet outlet, LocalSecrets all) implements Secrets {

    @Override
    public List<String> live(String name) {
        return all.live(all.named(outlet.secret(name)));
    }

    @Override
    public List<String> reread(String name) {
        return all.reread(all.named(outlet.secret(name)));
    }
}
