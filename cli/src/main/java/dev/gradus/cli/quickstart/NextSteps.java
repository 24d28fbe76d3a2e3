package dev.gradus.cli.quickstart;

import dev.gradus.cli.report.ReportData.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// What to do after the quickstart, as commands that work as they stand.
final class NextSteps {
    private static final String PROGRAM = "First.java.txt";

    private NextSteps() {}

    static List<Step> of(Order order) {
        var program = order.program();
        return List.of(
                new Step(
                        "Ask it about a picture. Then about a photo of your own: any garment, any size.",
                        "%s predict %s %s"
                                .formatted(
                                        program,
                                        quoted(order.modelFile()),
                                        quoted(order.exampleFile()))),
                new Step(
                        "Change a network in a few lines of Java, and run it.",
                        "%s run %s".formatted(program, quoted(order.programFile()))),
                new Step(
                        "See what this machine has, and what would make it faster.",
                        program + " doctor"));
    }

    /// Returns the source of a small program to go on from.
    static byte[] program() {
        try (var stream = NextSteps.class.getResourceAsStream(PROGRAM)) {
            if (stream == null) {
                throw new IllegalStateException("the program was built without " + PROGRAM);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String quoted(Path file) {
        var name = file.toString();
        return name.contains(" ") ? "\"" + name + "\"" : name;
    }
}
