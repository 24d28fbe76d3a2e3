package dev.gradus.cli.doctor;

import dev.gradus.tensor.Device;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.backend.Backend;
import dev.gradus.tensor.backend.Backend.Availability;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What computes, why that, and does it compute rightly?
final class BackendCheck {
    private static final Pattern WIDTH = Pattern.compile("(\\d+)-bit vectors");
    private static final int SIDE = 48;
    private static final double TOLERANCE = 1e-4;

    private BackendCheck() {}

    static List<Finding> backends() {
        var findings = new ArrayList<Finding>();
        var used = current();
        for (var backend : Device.backends()) {
            findings.add(
                    switch (backend.availability()) {
                        case Availability.Ready(var detail) -> ready(backend, detail, used);
                        case Availability.Unavailable(var reason, var remedy) ->
                                Finding.missing("backend " + backend.name(), reason, remedy);
                    });
        }
        if (findings.isEmpty()) {
            findings.add(
                    Finding.notice(
                            "backend",
                            "none but the interpreter, which is slow",
                            "Add the module gradus-jvm to the module path."));
        }
        return findings;
    }

    private static Finding ready(Backend backend, String detail, String used) {
        var topic = "backend " + backend.name();
        var found = (backend.name().equals(used) ? "in use: " : "ready, not in use: ") + detail;
        return detail.contains("vectors") && bits(detail) > 0
                ? Finding.good(topic, found)
                : Finding.notice(
                        topic,
                        found,
                        "Start Gradus with ./gradus, or Java with --add-modules jdk.incubator.vector.");
    }

    static Finding computing() {
        var random = Tensor.random(SIDE, SIDE).seed(1);
        var product = random.matmul(random.transpose()).sum();
        var expected = Device.run(Device.INTERPRETER, () -> product.mul(1).item());
        var got = random.matmul(random.transpose()).sum().item();
        return Math.abs(got - expected) <= TOLERANCE * Math.abs(expected)
                ? Finding.good("computing", "a matrix product agrees with the reference")
                : Finding.broken(
                        "computing",
                        "a matrix product is %s but should be %s".formatted(got, expected),
                        "Report this with the output of gradus doctor --json; until then set -Dgradus.vector=scalar in GRADUS_JAVA_OPTS.");
    }

    /// Returns the name of what computes.
    static String current() {
        return Device.current().name();
    }

    /// Returns how many bits a vector in use has; 0 for none.
    static int vectorBits() {
        return Device.current()
                .backend()
                .map(Backend::availability)
                .map(availability ->
                        switch (availability) {
                            case Availability.Ready(var detail) -> bits(detail);
                            case Availability.Unavailable _ -> 0;
                        })
                .orElse(0);
    }

    private static int bits(String detail) {
        var match = WIDTH.matcher(detail);
        return match.find() ? Integer.parseInt(match.group(1)) : 0;
    }
}
