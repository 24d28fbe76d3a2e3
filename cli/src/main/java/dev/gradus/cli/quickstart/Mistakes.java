package dev.gradus.cli.quickstart;

import dev.gradus.cli.terminal.Terminal;
import dev.gradus.data.Dataset;
import dev.gradus.data.image.Captioned;
import dev.gradus.data.image.ContactSheet;
import dev.gradus.data.image.GrayImage;
import dev.gradus.train.Predictions;
import java.util.Arrays;
import java.util.List;

/// The wrong answers that the network was surest of, as pictures.
final class Mistakes {
    /// How many are shown.
    static final int SHOWN = 10;

    private static final int SHEET_COLUMNS = 5;
    private static final int GAP = 2;
    private static final int SIDE = 28;
    private static final int NARROW_SIDE = 24;
    private static final int NARROW = 116;

    private final Dataset data;
    private final Predictions predictions;
    private final int[] examples;

    Mistakes(Dataset data, Predictions predictions) {
        this.data = data;
        this.predictions = predictions;
        this.examples = Arrays.stream(predictions.mistakes()).limit(SHOWN).toArray();
    }

    boolean isEmpty() {
        return examples.length == 0;
    }

    int[] examples() {
        return examples.clone();
    }

    /// Returns example `i` as a picture.
    static GrayImage image(Dataset data, int i) {
        return GrayImage.of(
                data.exampleShape().size(1), data.exampleShape().size(0), data.features(i));
    }

    /// Returns them drawn side by side, as many as fit.
    String drawn(Terminal terminal) {
        var side = terminal.width() < NARROW ? NARROW_SIDE : SIDE;
        var columns = Math.clamp((terminal.width() + GAP) / (side + GAP), 1, SHOWN);
        var text = new StringBuilder();
        var pictures = captioned(side);
        for (var first = 0; first < pictures.size(); first += columns) {
            var last = Math.min(pictures.size(), first + columns);
            text.append(terminal.images().draw(pictures.subList(first, last)));
            text.append(last < pictures.size() ? "\n" : "");
        }
        return terminal.unicode() ? text.toString() : text.toString().replace('→', '>');
    }

    /// Returns them as the content of a PNG file.
    byte[] sheet() {
        return ContactSheet.of(captioned(SIDE), SHEET_COLUMNS).png();
    }

    private List<Captioned> captioned(int side) {
        return Arrays.stream(examples)
                .mapToObj(i -> {
                    var answer = predictions.prediction(i);
                    return Captioned.prediction(
                            image(data, i).scaled(side, side),
                            data.classes().get(data.label(i)),
                            answer.label(),
                            answer.probability());
                })
                .toList();
    }
}
