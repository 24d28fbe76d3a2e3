package dev.gradus.testing;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes the inputs of every row to a folder, one file a row, for `tools/goldens/op_goldens.py` to
/// add what PyTorch makes of them.
///
/// Fractions are the same in float32 and float64, so they are written once, as float64.
public final class GoldenInputs {
    private GoldenInputs() {}

    /// Writes to the folder named by the only argument.
    public static void main(String... arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        for (var row : OpCase.values()) {
            if (row.row().withoutPyTorch().isEmpty()) {
                Files.writeString(
                        folder.resolve(row.name() + ".txt"), cases(row), StandardCharsets.UTF_8);
            }
        }
    }

    /// Returns whether PyTorch is asked about `row` in this variant and type; float32 shares the
    /// answers of float64, and other types differ from each other too little to be tried in every
    /// shape.
    static boolean isAsked(OpCase row, Variant variant, DType type) {
        return variant.hasGoldens()
                && row.row().shapes().of(variant).isPresent()
                && row.row().types().contains(type)
                && type != DType.FLOAT32
                && (type == DType.FLOAT64 || variant == Variant.ODD || variant == Variant.SCALAR);
    }

    private static String cases(OpCase row) {
        var out = new StringBuilder();
        for (var variant : Variant.values()) {
            for (var type : DType.values()) {
                if (isAsked(row, variant, type)) {
                    var trial = Trial.of(row, variant, type);
                    out.append("case ").append(variant).append(' ').append(type).append('\n');
                    var numbers = Trial.numbers(row, variant, type);
                    for (var i = 0; i < numbers.size(); i++) {
                        var shape = row.row().shapes().of(variant).orElseThrow().get(i);
                        out.append(line("in", shape, Trial.type(row, i, type), numbers.get(i)));
                    }
                    if (!trial.gradients().isEmpty()) {
                        var weights = Trial.weights(trial.result());
                        out.append(
                                line("up", weights.shape(), weights.type(), weights.toDoubles()));
                    }
                }
            }
        }
        return out.toString();
    }

    private static String line(String what, Shape shape, DType type, double[] numbers) {
        return Arrays.stream(numbers)
                .mapToObj(GoldenInputs::text)
                .collect(
                        Collectors.joining(
                                " ", "%s %s %s ".formatted(what, type, sizes(shape)), "\n"));
    }

    private static String sizes(Shape shape) {
        return shape.toString().replace(" ", "");
    }

    private static String text(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%.0f", number)
                : Double.toString(number);
    }
}
