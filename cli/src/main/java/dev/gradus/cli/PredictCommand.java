package dev.gradus.cli;

import dev.gradus.cli.terminal.Terminal;
import dev.gradus.cli.text.Numbers;
import dev.gradus.data.image.GrayImage;
import dev.gradus.data.image.Images;
import dev.gradus.data.image.UnreadableImageException;
import dev.gradus.io.ModelFileException;
import dev.gradus.train.Model;
import dev.gradus.train.Prediction;
import dev.gradus.train.Predictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Asks a saved model what is on pictures.
@Command(
        name = "predict",
        description =
                "Says what a saved model takes a picture for. PNG or JPEG of any size: it is made gray, bright on dark, and as small as the model wants it.",
        footerHeading = "%nExample:%n",
        footer = {
            "  gradus predict quickstart/fashion.gradus shoe.jpg shirt.png",
            "",
            "The exit code is 2 when a file is missing or is no picture or no model."
        })
final class PredictCommand implements Callable<Integer> {
    private static final int ANSWERS = 3;
    private static final int BAR = 24;

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model saved by Gradus.")
    private Path modelFile = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "IMAGE",
            description = "Pictures to look at.")
    private List<Path> images = List.of();

    PredictCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        require("model", modelFile);
        images.forEach(image -> require("picture", image));
        var model = load();
        var input = model.inputShape();
        if (input.rank() != 3 || input.size(2) != 1) {
            throw CommandFailure.wrongUse(
                    "%s looks at examples of shape %s, not at gray pictures."
                            .formatted(modelFile, input));
        }
        // all pictures are read before the first answer: a wrong name is found at once
        var pictures = new ArrayList<GrayImage>();
        for (var image : images) {
            pictures.add(read(image, input.size(1), input.size(0)));
        }
        try (var predictor = model.predictor()) {
            for (var i = 0; i < pictures.size(); i++) {
                answer(predictor, images.get(i), pictures.get(i));
            }
        }
        return ExitCode.DONE;
    }

    private Model load() {
        try {
            return Model.load(modelFile);
        } catch (ModelFileException e) {
            throw CommandFailure.wrongUse(Failures.explain(e));
        }
    }

    private static GrayImage read(Path image, int width, int height) throws IOException {
        try {
            return Images.readFitted(image, width, height);
        } catch (UnreadableImageException e) {
            throw CommandFailure.wrongUse(Failures.explain(e));
        }
    }

    private static void require(String what, Path file) {
        if (!Files.exists(file)) {
            throw CommandFailure.wrongUse("There is no %s %s.".formatted(what, file));
        }
        if (Files.isDirectory(file)) {
            throw CommandFailure.wrongUse(
                    "%s is a folder: give the name of a %s in it.".formatted(file, what));
        }
    }

    private void answer(Predictor predictor, Path file, GrayImage picture) {
        terminal.heading(file.toString());
        terminal.out().print(terminal.images().draw(picture));
        var prediction = predictor.predict(picture);
        for (var choice : prediction.top(ANSWERS)) {
            terminal.line(bar(choice));
        }
    }

    private String bar(Prediction.Choice choice) {
        return "  %-14s %s %s"
                .formatted(
                        choice.label(),
                        terminal.bar(choice.probability(), BAR),
                        Numbers.percent(choice.probability()));
    }
}
