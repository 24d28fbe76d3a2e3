package dev.gradus.studio.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a network is built of, folded where the same stands several times in a row.
///
/// @param places the places in order
/// @param tree what they form: a number for a place, a map for what belongs together or repeats
record Anatomy(List<Place> places, List<Object> tree) {
    /// What repeats is looked for in pieces of up to so many parts.
    private static final int LONGEST_PIECE = 12;

    /// Less than so many places are not worth folding.
    private static final int FEWEST_FOLDED = 6;

    Anatomy {
        places = List.copyOf(places);
        tree = List.copyOf(tree);
    }

    static Anatomy of(Walk.Found found) {
        return new Anatomy(found.places(), new Folding(found.places()).folded(found.items()));
    }

    /// Finds what repeats. Two parts are alike if the same layers stand in them and make the same shapes.
    private static final class Folding {
        private final List<Place> places;
        private final Map<String, Integer> signs = new HashMap<>();

        Folding(List<Place> places) {
            this.places = places;
        }

        private int sign(Item item) {
            var text =
                    switch (item) {
                        case Item.Leaf(var number) -> {
                            var place = places.get(number);
                            yield Kinds.of(place)
                                    + Kinds.text(place)
                                    + place.shape()
                                    + place.inputs().size();
                        }
                        case Item.Group(_, var kind, var items) ->
                                kind + items.stream().map(this::sign).toList();
                    };
            return signs.computeIfAbsent(text, _ -> signs.size());
        }

        List<Object> folded(List<Item> items) {
            var signature = items.stream().map(this::sign).toList();
            var folded = new ArrayList<Object>();
            for (var at = 0; at < items.size(); ) {
                var piece = 1;
                var times = 1;
                for (var length = 1; length <= LONGEST_PIECE; length++) {
                    var count = repeats(signature, at, length);
                    if (count > 1 && count * length > piece * times) {
                        piece = length;
                        times = count;
                    }
                }
                var all = items.subList(at, at + piece * times);
                if (times > 1 && all.stream().mapToInt(Folding::size).sum() >= FEWEST_FOLDED) {
                    var copies = new ArrayList<List<Object>>();
                    for (var i = 0; i < times; i++) {
                        copies.add(
                                all.subList(i * piece, (i + 1) * piece).stream()
                                        .map(this::described)
                                        .toList());
                    }
                    folded.add(Map.of("copies", copies));
                    at += piece * times;
                } else {
                    folded.add(described(items.get(at++)));
                }
            }
            return folded;
        }

        private static int repeats(List<Integer> signature, int from, int length) {
            var times = 1;
            while (from + (times + 1) * length <= signature.size()
                    && signature
                            .subList(from, from + length)
                            .equals(
                                    signature.subList(
                                            from + times * length, from + (times + 1) * length))) {
                times++;
            }
            return times;
        }

        private static int size(Item item) {
            return switch (item) {
                case Item.Leaf _ -> 1;
                case Item.Group(_, _, var items) -> items.stream().mapToInt(Folding::size).sum();
            };
        }

        private Object described(Item item) {
            return switch (item) {
                case Item.Leaf(var number) -> number;
                case Item.Group(var path, var kind, var items) ->
                        Map.of("path", path, "kind", kind, "items", folded(items));
            };
        }
    }

    /// Returns the places as the page is told them.
    List<Object> described() {
        return places.stream().map(Anatomy::described).toList();
    }

    private static Object described(Place place) {
        var description = new LinkedHashMap<String, Object>();
        description.put("path", place.path());
        description.put("kind", Kinds.of(place));
        description.put("text", Kinds.text(place));
        description.put("shape", place.shape().toArray());
        description.put("layout", View.of(place).layout());
        description.put("inputs", place.inputs());
        var parameters = Figures.parameters(place).values();
        var trained =
                parameters.stream()
                        .filter(it -> it.trainable() && !place.frozen())
                        .mapToLong(it -> it.count())
                        .sum();
        description.put("trained", trained);
        description.put("kept", parameters.stream().mapToLong(it -> it.count()).sum() - trained);
        var bend = Bends.of(place.part());
        if (!(bend instanceof dev.gradus.nn.layer.Activation.Linear)) {
            description.put("bend", bend.toString());
        }
        return description;
    }
}
