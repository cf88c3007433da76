package dev.encargo.local.template.intrinsic;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.source.Phrase;
import java.util.Map;
import java.util.Optional;

/// The functions that the reader resolves, by their long names.
final class Functions {

    private static final Map<String, Function> KNOWN = Map.ofEntries(
            Map.entry("Ref", Lookups::ref),
            Map.entry("Fn::GetAtt", Lookups::getAtt),
            Map.entry("Fn::FindInMap", Lookups::findInMap),
            Map.entry("Fn::GetAZs", Lookups::availabilityZones),
            Map.entry("Fn::ImportValue", Lookups::importValue),
            Map.entry("Fn::Sub", Substitution::apply),
            Map.entry("Fn::Join", Texts::join),
            Map.entry("Fn::Split", Texts::split),
            Map.entry("Fn::Select", Texts::select),
            Map.entry("Fn::Base64", Texts::base64),
            Map.entry("Fn::If", Conditions::choose),
            Map.entry("Fn::Transform", Include::apply));

    private Functions() {}

    static Optional<Function> named(String name) {
        return Optional.ofNullable(KNOWN.get(name));
    }

    static Phrase whyNot(String name) {
        return switch (name) {
            case "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not" ->
                english("It says true or false and belongs into Conditions");
            default ->
                KNOWN.containsKey(name)
                        ? english("A function stands alone in its map, without names beside it")
                        : english("The local host does not know this function");
        };
    }
}
