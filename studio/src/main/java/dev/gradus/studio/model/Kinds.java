package dev.gradus.studio.model;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.merge.StatelessMerge;

/// What a place is called.
final class Kinds {
    private static final int LONGEST_TEXT = 200;

    private Kinds() {}

    /// Returns the word for the kind of a place that the page has names for: that of its record.
    static String of(Place place) {
        return switch (place.part()) {
            case Place.Input _ -> "Input";
            case Activation _ -> "Activation";
            case Object part when part.getClass().isHidden() -> "Own";
            case Object part -> part.getClass().getSimpleName();
        };
    }

    /// Returns how the layer is written in a program.
    static String text(Place place) {
        var text =
                switch (place.part()) {
                    case Place.Input(var name) -> name;
                    case Object part when part.getClass().isHidden() -> "layer of your own";
                    case BuiltLayer layer -> layer.spec().toString();
                    case StatelessMerge merge -> merge.toString();
                    case Looks looks -> looks.toString();
                    case Takes takes -> takes.toString();
                    case PlaceVectors vectors -> vectors.toString();
                    case TokenLogits logits -> logits.toString();
                    case Object part -> part.getClass().getSimpleName();
                };
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }
}
