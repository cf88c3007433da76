/// What the command line says to a person, in English and Spanish. What it says to a program (`--json`, the words of
/// the API) has one language.
@NullMarked
package dev.encargo.cli.words;

import org.jspecify.annotations.NullMarked;
