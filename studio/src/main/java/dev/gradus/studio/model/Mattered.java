package dev.gradus.studio.model;

import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// Which parts of an input an answer hangs on.
///
/// @param rows the height of the map
/// @param columns its width
/// @param size how many rows and columns of the input a cell covers, 1 for each by itself
/// @param numbers the map, row by row
record Mattered(int rows, int columns, int size, float[] numbers) {
    /// Along each side so many places are covered at most.
    private static final int MOST_PLACES = 14;

    private static final int MOST_FEATURES = 256;
    private static final int BATCH = 28;
    private static final double PATIENCE_SECONDS = 30;

    /// Returns how much the answer `target` moves when each number of the input moves a little: the length of
    /// the gradient at each place (Simonyan, Vedaldi and Zisserman 2013).
    static Mattered byGradient(Subject subject, Given given, int output, int target) {
        var found = Walk.through(subject.layer(), subject.names(), given.tensors());
        var score = score(found, output, target);
        // a token is no number that could move a little: its vector is
        var at = given.tensors().getFirst().type().isFloating() ? 0 : firstVectors(found);
        var x = found.places().get(at).output();
        var gradient = Gradients.of(score, x);
        var shape = found.places().get(at).shape();
        var strength =
                shape.rank() >= 2
                        ? gradient.square().sumKeeping(Ints.of(gradient.rank() - 1)).sqrt()
                        : gradient.abs();
        var numbers = strength.toFloats();
        if (shape.rank() == 1) {
            return flat(numbers);
        }
        var columns = shape.rank() == 2 ? shape.size(0) : shape.size(-2);
        return new Mattered(numbers.length / columns, columns, 1, numbers);
    }

    private static Mattered flat(float[] numbers) {
        var side = side(numbers.length);
        return new Mattered(numbers.length / side, side, 1, numbers);
    }

    /// A long row that was a square picture is shown as one.
    private static int side(int count) {
        return count > 100 && Filters.isSquare(count) ? (int) Math.round(Math.sqrt(count)) : count;
    }

    private static int firstVectors(Walk.Found found) {
        for (var i = 0; i < found.places().size(); i++) {
            var place = found.places().get(i);
            if (place.inputs().contains(0) && place.output().type().isFloating()) {
                return i;
            }
        }
        throw new IllegalArgumentException("nothing reads the tokens");
    }

    /// Returns the number before it becomes a probability; of a language model, that after the last token.
    private static Tensor score(Walk.Found found, int output, int target) {
        return one(logits(found, output), target);
    }

    private static Tensor logits(Walk.Found found, int which) {
        var place = found.places().get(found.outputs().get(which));
        var output = place.sum().orElse(place.output());
        var batch = output.size(0);
        return output.rank() == 3
                ? output.slice(1, output.size(1) - 1, output.size(1), 1)
                        .reshape(batch, output.size(2))
                : output.reshape(Shape.of(batch, output.count() / Math.max(1, batch)));
    }

    private static Tensor one(Tensor logits, int target) {
        if (target < 0 || target >= logits.size(1)) {
            throw new IllegalArgumentException(
                    "there is no answer %d: they go from 0 to %d"
                            .formatted(target, logits.size(1) - 1));
        }
        return logits.slice(1, target, target + 1, 1).sum();
    }

    /// Returns how much less likely the answer `target` becomes when each part of the input is covered with
    /// the mean of the input, or each token replaced (Zeiler and Fergus 2014). Of several inputs the first is
    /// covered.
    static Mattered byCovering(Subject subject, Given given, int output, int target, int blank) {
        var x = given.tensors().getFirst();
        var cover = x.type().isFloating() ? Cover.of(x) : Cover.ofTokens(x.count());
        var before = likely(subject, given, x, output, target)[0];
        var numbers = new float[cover.rows * cover.columns];
        var begin = System.nanoTime();
        for (var from = 0; from < numbers.length; from += BATCH) {
            var count = Math.min(BATCH, numbers.length - from);
            var after =
                    likely(subject, given, covered(x, cover, from, count, blank), output, target);
            for (var i = 0; i < count; i++) {
                numbers[from + i] = before - after[i];
            }
            if ((System.nanoTime() - begin) / 1e9 > PATIENCE_SECONDS) {
                throw new IllegalArgumentException(
                        "covering one part after the other takes longer than %.0f seconds for this network: %d of %d parts were done"
                                .formatted(PATIENCE_SECONDS, from + count, numbers.length));
            }
        }
        return new Mattered(cover.rows, cover.columns, cover.size, numbers);
    }

    private static float[] likely(
            Subject subject, Given given, Tensor batch, int output, int target) {
        var inputs = new ArrayList<Tensor>(List.of(batch));
        for (var other : given.tensors().subList(1, given.tensors().size())) {
            inputs.add(other.expand(other.shape().with(0, batch.size(0))));
        }
        var found = Walk.through(subject.layer(), subject.names(), inputs);
        var logits = logits(found, output);
        if (target < 0 || target >= logits.size(1)) {
            throw new IllegalArgumentException(
                    "there is no answer %d: they go from 0 to %d"
                            .formatted(target, logits.size(1) - 1));
        }
        var shares = logits.size(1) == 1 ? logits.sigmoid() : logits.softmax(-1);
        return shares.slice(1, target, target + 1, 1).toFloats();
    }

    private static Tensor covered(Tensor x, Cover cover, int from, int count, int blank) {
        var sizes = x.shape().with(0, count).toArray();
        var each = x.count();
        if (!x.type().isFloating()) {
            var all = new ArrayList<long[]>();
            for (var i = 0; i < count; i++) {
                var tokens = x.toLongs();
                tokens[from + i] = blank;
                all.add(tokens);
            }
            return Tensor.of(all.stream().flatMapToLong(LongStream::of).toArray(), sizes);
        }
        var numbers = x.toFloats();
        var mean = (float) Figures.of(numbers).mean();
        var all = new float[count * each];
        for (var i = 0; i < count; i++) {
            System.arraycopy(numbers, 0, all, i * each, each);
            for (var place : cover.places(from + i)) {
                all[i * each + place] = mean;
            }
        }
        return Tensor.of(all, sizes);
    }

    /// Where an input is covered, part by part.
    private record Cover(
            int height, int width, int channels, int rows, int columns, int size, int step) {
        static Cover ofTokens(int count) {
            return new Cover(1, count, 1, 1, count, 1, 1);
        }

        static Cover of(Tensor x) {
            var shape = x.shape().range(1, x.rank());
            if (shape.rank() >= 3) {
                return picture(
                        shape.range(0, shape.rank() - 2).count(), shape.size(-2), shape.size(-1));
            }
            if (shape.rank() == 2) {
                // a moment of a sequence at a time
                return sized(1, shape.size(0), shape.size(1));
            }
            var side = side(shape.count());
            return side == shape.count() ? sized(1, shape.count(), 1) : picture(side, side, 1);
        }

        private static Cover sized(int height, int width, int channels) {
            if (height * width > MOST_FEATURES) {
                throw new IllegalArgumentException(
                        "an input of %d parts would be covered part by part: at most %d are"
                                .formatted(height * width, MOST_FEATURES));
            }
            return new Cover(height, width, channels, height, width, 1, 1);
        }

        private static Cover picture(int height, int width, int channels) {
            var step = Math.ceilDiv(Math.max(height, width), MOST_PLACES);
            return new Cover(
                    height,
                    width,
                    channels,
                    Math.ceilDiv(height, step),
                    Math.ceilDiv(width, step),
                    2 * step,
                    step);
        }

        /// Returns which numbers are covered in place `number`: a square twice as wide as a step, around it.
        int[] places(int number) {
            var top = number / columns * step - (size - step) / 2;
            var left = number % columns * step - (size - step) / 2;
            var all = new int[size * size * channels];
            var count = 0;
            for (var row = Math.max(0, top); row < Math.min(height, top + size); row++) {
                for (var column = Math.max(0, left);
                        column < Math.min(width, left + size);
                        column++) {
                    for (var channel = 0; channel < channels; channel++) {
                        all[count++] = (row * width + column) * channels + channel;
                    }
                }
            }
            return Arrays.copyOf(all, count);
        }
    }
}
