package dev.gradus.studio.model;

import dev.gradus.data.Dataset;
import dev.gradus.data.Spirals;
import dev.gradus.data.fashion.FashionMnist;
import dev.gradus.nn.layer.Embedding;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

/// What a network can be given: examples that fit, zeros, noise, numbers or text that someone typed.
final class Inputs {
    /// So many numbers may be typed, or drawn.
    static final int MOST_TYPED = 1024;

    /// So many examples of a data set are offered.
    static final int EXAMPLES = 12;

    /// The height and width of a picture of Fashion-MNIST.
    static final int SIDE = 28;

    private static final int LONGEST_TEXT = 2000;

    private final Subject subject;
    private final int vocabulary;
    private final Optional<Dataset> data;

    Inputs(Subject subject, Walk.Found found) {
        this.subject = subject;
        this.vocabulary = vocabulary(found);
        this.data = data(subject);
    }

    /// Fashion-MNIST is read once: it takes a quarter of a second.
    private static final class Fashion {
        static final Dataset TEST = FashionMnist.load().test();
    }

    private static Optional<Dataset> data(Subject subject) {
        if (subject.inputs().size() != 1 || subject.input().isTokens()) {
            return Optional.empty();
        }
        var shape = subject.input().shape();
        if (shape.equals(Shape.of(2))) {
            return Optional.of(Spirals.of(2, 100).dataset());
        }
        return isPicture(shape) || shape.equals(Shape.of(SIDE * SIDE))
                ? Optional.of(Fashion.TEST)
                : Optional.empty();
    }

    private static boolean isPicture(Shape shape) {
        return shape.rank() == 3
                        && shape.size(0) >= SIDE
                        && shape.size(1) >= SIDE
                        && (shape.size(2) == 1 || shape.size(2) == 3)
                || shape.equals(Shape.of(SIDE, SIDE));
    }

    private static int vocabulary(Walk.Found found) {
        return found.places().stream()
                .filter(place -> place.inputs().contains(0))
                .mapToInt(
                        place -> place.part() instanceof Embedding it ? it.spec().vocabulary() : 0)
                .max()
                .orElse(0);
    }

    /// Returns the data set whose examples fit, if there is one.
    Optional<Dataset> data() {
        return data;
    }

    /// Returns what the page can offer.
    Map<String, Object> offers() {
        var offers = new LinkedHashMap<String, Object>();
        data.ifPresent(set -> {
            offers.put("data", set.name());
            offers.put("examples", EXAMPLES);
            offers.put("labels", set.classes());
            offers.put("pictures", set.exampleShape().count() == SIDE * SIDE);
        });
        if (subject.inputs().size() == 1) {
            var shape = subject.input().shape();
            offers.put("typed", !subject.input().isTokens() && shape.count() <= 64);
            offers.put("drawn", isDrawable());
            offers.put("tokens", subject.input().isTokens());
            offers.put("letters", subject.vocabulary().isPresent() || hasClassTokens());
            offers.put("length", shape.count());
            offers.put("vocabulary", vocabulary);
        }
        return offers;
    }

    private boolean isDrawable() {
        return data.isPresent() && data.get().exampleShape().count() == SIDE * SIDE;
    }

    private boolean hasClassTokens() {
        return subject.input().isTokens() && subject.classes().size() == vocabulary;
    }

    /// Returns example number `index` of the data set that fits.
    Given example(int index) {
        var set = data.orElseThrow(() -> new IllegalArgumentException("no bundled data set fits"));
        if (index < 0 || index >= set.size()) {
            throw new IllegalArgumentException(
                    "there is no example %d: they go from 0 to %d"
                            .formatted(index, set.size() - 1));
        }
        return prepared(set.features(index), set.label(index));
    }

    /// Returns the first pictures that can be given, one after the other, or none.
    float[] pictures() {
        if (!isDrawable()) {
            return new float[0];
        }
        var all = new float[EXAMPLES * SIDE * SIDE];
        for (var i = 0; i < EXAMPLES; i++) {
            data.orElseThrow().copyFeatures(i, all, i * SIDE * SIDE);
        }
        return all;
    }

    /// Returns a picture that someone drew, 28 × 28, from 0 to 255; or as many numbers as go in.
    Given typed(float[] numbers) {
        if (isDrawable() && numbers.length == SIDE * SIDE) {
            return prepared(numbers, -1);
        }
        var shape = subject.input().shape();
        if (subject.inputs().size() != 1 || numbers.length != shape.count()) {
            throw new IllegalArgumentException(
                    "%d numbers were typed: the network takes %s, which are %d"
                            .formatted(numbers.length, shape, shape.count()));
        }
        if (subject.input().isTokens()) {
            var tokens = new long[numbers.length];
            for (var i = 0; i < tokens.length; i++) {
                tokens[i] = (long) numbers[i];
            }
            return tokens(tokens);
        }
        return given(numbers, -1, new float[0], "");
    }

    private Given prepared(float[] features, int label) {
        var shape = subject.input().shape();
        var fitted = features.length == SIDE * SIDE ? framed(features, shape) : features;
        var shown = features.length == SIDE * SIDE ? fitted : new float[0];
        var framed = fitted.length != features.length;
        return given(fitted.clone(), label, shown, framed ? "framed" : "");
    }

    /// Puts a picture of 28 × 28 in the middle of a larger one, the same in each channel.
    private static float[] framed(float[] picture, Shape shape) {
        if (shape.count() == picture.length) {
            return picture;
        }
        var framed = new float[shape.count()];
        var top = (shape.size(0) - SIDE) / 2;
        var left = (shape.size(1) - SIDE) / 2;
        for (var row = 0; row < SIDE; row++) {
            for (var column = 0; column < SIDE; column++) {
                for (var channel = 0; channel < shape.size(2); channel++) {
                    framed[Grid.number(shape, row + top, column + left, channel)] =
                            picture[row * SIDE + column];
                }
            }
        }
        return framed;
    }

    /// Returns the numbers prepared as the network was trained with.
    Given given(float[] numbers, int label, float[] raw, String note) {
        var x = subject.preprocessing().map(it -> it.apply(numbers)).orElse(numbers);
        var batch = Shape.of(1).append(subject.input().shape()).toArray();
        return new Given(List.of(Tensor.of(x, batch)), label, List.of(List.of()), raw, note);
    }

    /// Returns zeros for every input.
    Given zeros() {
        return filled(_ -> 0, "zeros");
    }

    /// Returns noise for every input: numbers around 0, and tokens of any kind.
    Given noise(long seed) {
        var random = new Random(seed);
        return filled(
                tokens -> tokens ? random.nextInt(Math.max(1, vocabulary)) : random.nextGaussian(),
                "noise");
    }

    private interface Filling {
        double next(boolean tokens);
    }

    private Given filled(Filling filling, String note) {
        var tensors = new ArrayList<Tensor>();
        var tokens = new ArrayList<List<String>>();
        for (var input : subject.inputs()) {
            var batch = Shape.of(1).append(input.shape()).toArray();
            if (input.isTokens()) {
                var numbers = new long[input.shape().count()];
                java.util.Arrays.setAll(numbers, _ -> (long) filling.next(true));
                tensors.add(Tensor.of(numbers, batch));
                tokens.add(names(numbers));
            } else {
                var numbers = new float[input.shape().count()];
                for (var i = 0; i < numbers.length; i++) {
                    numbers[i] = (float) filling.next(false);
                }
                tensors.add(Tensor.of(numbers, batch));
                tokens.add(List.of());
            }
        }
        return new Given(tensors, -1, tokens, new float[0], note);
    }

    /// Returns a text, one token a letter, or numbers with spaces between them where no letters are known.
    Given text(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "the text is longer than %,d characters".formatted(LONGEST_TEXT));
        }
        if (!subject.input().isTokens()) {
            throw new IllegalArgumentException("the network reads numbers, no text");
        }
        return tokens(encoded(text));
    }

    private long[] encoded(String text) {
        if (subject.vocabulary().isPresent()) {
            return subject.vocabulary().get().encode(text);
        }
        if (hasClassTokens()) {
            return text.codePoints()
                    .mapToLong(point -> classToken(Character.toString(point)))
                    .toArray();
        }
        try {
            return text.isBlank()
                    ? new long[0]
                    : LongStream.of(
                                    java.util.Arrays.stream(text.strip().split("[\\s,]+"))
                                            .mapToLong(Long::parseLong)
                                            .toArray())
                            .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "it is not known which letters its tokens stand for: give their numbers, such as 3 14 15",
                    e);
        }
    }

    private long classToken(String letter) {
        var number = subject.classes().indexOf(letter);
        if (number < 0) {
            throw new IllegalArgumentException("'%s' is none of its tokens".formatted(letter));
        }
        return number;
    }

    /// The last ones count where there are too many. A text that is too short is repeated for networks that
    /// take no less; a language model takes any length.
    private Given tokens(long[] all) {
        if (all.length == 0) {
            throw new IllegalArgumentException("type at least one token");
        }
        for (var token : all) {
            if (vocabulary > 0 && (token < 0 || token >= vocabulary)) {
                throw new IllegalArgumentException(
                        "there is no token %d: they go from 0 to %d"
                                .formatted(token, vocabulary - 1));
            }
        }
        var most = subject.input().shape().count();
        var kept = java.util.Arrays.copyOfRange(all, Math.max(0, all.length - most), all.length);
        var note = kept.length < all.length ? "cut" : "";
        if (!readsAnyLength() && kept.length < most) {
            kept = java.util.Arrays.copyOf(kept, most);
            note = "filled";
        }
        return new Given(
                List.of(Tensor.of(kept, 1, kept.length)),
                -1,
                List.of(names(kept)),
                new float[0],
                note);
    }

    private boolean readsAnyLength() {
        return subject.layer() instanceof dev.gradus.nn.model.Gpt;
    }

    private List<String> names(long[] tokens) {
        return LongStream.of(tokens).mapToObj(this::name).toList();
    }

    /// Returns what a token stands for.
    String name(long token) {
        if (subject.vocabulary().isPresent()) {
            return subject.vocabulary().get().decode(token);
        }
        return hasClassTokens() ? subject.classes().get((int) token) : Long.toString(token);
    }

    /// Returns what to begin with.
    Given first() {
        if (data.isPresent()) {
            return example(0);
        }
        if (subject.inputs().size() == 1 && subject.vocabulary().isPresent()) {
            return text("It is a truth universally");
        }
        return noise(1);
    }
}
