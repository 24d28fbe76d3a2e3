package dev.gradus.nn;

import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.Optional;

/// Where in a network a mistake shows, for the one who has to mend it.
///
/// @param builtFor the shape of an example the network was built for, if it is built
/// @param given what the network was given: a batch, or an example while it is being built
/// @param path the networks around this one
/// @param index which layer, -1 outside of all
/// @param part the layer, or its spec while it is being built
/// @param arriving what reaches the layer
record Place(
        Optional<Shape> builtFor,
        Shape given,
        String path,
        int index,
        Object part,
        Shape arriving) {

    static Place outermost(Sequential network, Tensor x) {
        return new Place(Optional.of(network.input()), x.shape(), "", -1, network, x.shape());
    }

    static Place building(Shape input) {
        return new Place(Optional.empty(), input, "", -1, "", input);
    }

    Place layer(int layer, Object built, Tensor x) {
        var around = index < 0 ? "" : path + "Sequential[" + index + "] ";
        return new Place(builtFor, given, around, layer, built, x.shape());
    }

    /// Returns the mistake with the place added, unless a network inside has added it already.
    IllegalArgumentException explain(IllegalArgumentException mistake) {
        if (mistake.getCause() instanceof IllegalArgumentException) {
            return mistake;
        }
        var text = new StringBuilder(withWayOfInput(String.valueOf(mistake.getMessage())));
        text.append("\n  in  %-30s %s".formatted(layerName(), callerLine()).stripTrailing());
        fix().ifPresent(fix -> text.append("\n  fix ").append(fix));
        var explained =
                mistake instanceof ShapeException
                        ? new ShapeException(text.toString())
                        : new IllegalArgumentException(text.toString());
        explained.initCause(mistake);
        return explained;
    }

    /// Returns where the layer stands and what it is.
    String layerName() {
        return path + "Sequential[" + index + "] " + Text.of(part);
    }

    private String withWayOfInput(String message) {
        var flattened = arriving.rank() == 2 && given.rank() > 2;
        return arriving.equals(given)
                ? message
                : message.replace(
                        "(input " + arriving + ")",
                        "(input %s %s %s)"
                                .formatted(given, flattened ? "flattened to" : "became", arriving));
    }

    private Optional<String> fix() {
        return builtFor.flatMap(built -> {
            if (given.equals(built)) {
                return Optional.of("add the axis of the batch: x.unsqueeze(0)");
            }
            if (given.rank() == 0 || given.range(1, given.rank()).equals(built)) {
                return Optional.empty();
            }
            var sizes = given.range(1, given.rank()).toString();
            return Optional.of(
                    "build the model for this input: Sequential.of(...).build(Shape.of(%s), seed(1))"
                            .formatted(sizes.substring(1, sizes.length() - 1)));
        });
    }

    /// Returns file and line of the first caller outside of Gradus and the JDK.
    private static String callerLine() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> isUsers(frame.getClassName())).findFirst())
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
    }

    private static boolean isUsers(String className) {
        return !className.startsWith("dev.gradus.")
                && !className.startsWith("java.")
                && !className.startsWith("jdk.");
    }
}
