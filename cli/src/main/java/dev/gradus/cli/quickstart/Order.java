package dev.gradus.cli.quickstart;

import java.nio.file.Path;
import java.util.Optional;

/// What the quickstart was asked for.
///
/// @param recipe the network
/// @param epochs how often it sees the training examples at most
/// @param seed where all chance comes from
/// @param threads how many threads compute
/// @param out the folder for what is made
/// @param json where the figures are written, if anywhere
/// @param full whether the full training set is wanted
/// @param fetch whether that may be fetched
/// @param command how it was asked, as one would type it
/// @param program how the command is called, such as `./gradus`
public record Order(
        Recipe recipe,
        int epochs,
        long seed,
        int threads,
        Path out,
        Optional<Path> json,
        boolean full,
        boolean fetch,
        String command,
        String program) {
    /// Returns where the model is saved.
    public Path modelFile() {
        return out.resolve("fashion.gradus");
    }

    /// Returns where the report is written.
    public Path reportFile() {
        return out.resolve("report.html");
    }

    /// Returns where mistakes are drawn.
    public Path mistakesFile() {
        return out.resolve("mistakes.png");
    }

    /// Returns where a picture to try the model on is put.
    public Path exampleFile() {
        return out.resolve("garment.png");
    }

    /// Returns where a program to go on from is put.
    public Path programFile() {
        return out.resolve("First.java");
    }
}
