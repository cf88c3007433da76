package dev.encargo.cli.bench;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The outcome for people and for programs.
final class Report {
    private Report() {}

    static String json(Outcome outcome) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("acceptedPerSecond", rounded(outcome.acceptedPerSecond()));
        json.put("completedPerSecond", rounded(outcome.completedPerSecond()));
        json.put("p50Ms", rounded(outcome.p50Millis()));
        json.put("p99Ms", rounded(outcome.p99Millis()));
        json.put("timeToPaidP50Ms", rounded(outcome.timeToPaidP50Millis()));
        json.put("timeToPaidP99Ms", rounded(outcome.timeToPaidP99Millis()));
        json.put("rssMb", outcome.residentMegabytes());
        json.put("writesPerInvoice", rounded(outcome.writesPerInvoice()));
        json.put("violations", outcome.violations().size());
        return json.toString();
    }

    static String table(Outcome outcome) {
        String pace = outcome.rate() > 0 ? say("one every %.2f ms", 1000 / outcome.rate()) : say("as fast as answered");
        return say(
                """

                  %,d orders, %s, after a warm-up of %,d

                  accepted          %,10.0f /s
                  POST /orders p50  %,10.2f ms     p99 %,10.2f ms
                  completed         %,10.0f /s     PAID with an invoice, from the first order to the last
                  time to PAID p50  %,10.0f ms     p99 %,10.0f ms
                  resident          %,10d MB     at most
                  CPU per order     %,10.2f ms     host and stand-ins, %.2f of it while accepting; load %.2f
                  an invoice took   %,10.2f document writes, its series' head included
                  violations        %,10d
                """,
                outcome.orders(),
                pace,
                outcome.warmUp(),
                outcome.acceptedPerSecond(),
                outcome.p50Millis(),
                outcome.p99Millis(),
                outcome.completedPerSecond(),
                outcome.timeToPaidP50Millis(),
                outcome.timeToPaidP99Millis(),
                outcome.residentMegabytes(),
                outcome.hostCpu().allMillis(),
                outcome.hostCpu().acceptingMillis(),
                outcome.loadCpuMillis(),
                outcome.writesPerInvoice(),
                outcome.violations().size());
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
