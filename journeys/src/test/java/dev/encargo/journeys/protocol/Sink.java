package dev.encargo.journeys.protocol;

/// Takes the states that one state leads to.
interface Sink {

    /// `free` says that this need never happen: a state with nothing but free successors is quiet.
    void to(World next, boolean free, String what);
}
