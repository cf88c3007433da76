package dev.encargo.local.template;

import dev.encargo.local.template.parity.ParityReport;
import java.nio.file.Path;

/// How far the laptop behaves as AWS would by the same template.
public final class Parity {

    private Parity() {}

    /// Lists every section, resource and property of `template`, also where refusals would keep the host from
    /// starting.
    public static ParityReport report(Path template, StackOptions options) {
        StackReader.Reading reading = StackReader.reading(template, options);
        return new ParityReport(reading.entries(), reading.refusals());
    }
}
