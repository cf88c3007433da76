package dev.encargo.providers;

/// Which of the two stand-ins a notice comes from.
enum Party {
    PAYMENTS,
    WAREHOUSE
}
