package dev.gradus.studio.model;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.merge.StatelessMerge;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a place is called.
final class Kinds {
    private static final int LONGEST_TEXT = 200;

    private Kinds() {}

    /// Returns the word for the kind of a place that the page has names for: that of its record.
    static String of(Place place) {
        return ofPart(place.part());
    }

    static String ofPart(Object any) {
        return switch (any) {
            case Place.Input _ -> "Input";
            case Activation _ -> "Activation";
            case Memory(var layer, var role, _) when role == Memory.Role.STATE ->
                    layer.spec().cell().getClass().getSimpleName() + "State";
            case Memory memory -> camel(memory.role().name());
            case Formula.Step step -> step.isSum() ? "Sum" : operation(step);
            case Object part when part.getClass().isHidden() -> "Own";
            case Object part -> part.getClass().getSimpleName();
        };
    }

    /// Returns the name of a single operation, such as `Exp`.
    private static String operation(Formula.Step step) {
        var op = step.end().op();
        return op instanceof Enum<?> one ? camel(one.name()) : op.getClass().getSimpleName();
    }

    private static String camel(String name) {
        var words = name.toLowerCase(Locale.ROOT).split("_");
        return Stream.of(words)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /// Returns how the layer is written in a program.
    static String text(Place place) {
        var text =
                switch (place.part()) {
                    case Place.Input(var name) -> name;
                    case Memory memory -> memory.layer().toString();
                    case Formula.Step step -> step.isSum() ? "sum" : operation(step);
                    case Object part when part.getClass().isHidden() -> "layer of your own";
                    case BuiltLayer layer -> layer.spec().toString();
                    case StatelessMerge merge -> merge.toString();
                    case Inner inner -> inner.toString();
                    case Object part -> part.getClass().getSimpleName();
                };
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }
}
