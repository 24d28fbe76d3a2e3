package dev.gradus.train.record;

import dev.gradus.io.Json;
import dev.gradus.io.JsonException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What a run that branches from another one does otherwise: see
/// [dev.gradus.train.Trainer#branch(RecordedRun, RunCheckpoint, RunChanges)].
///
/// @param learningRate the learning rate
/// @param l2 the strength of the price on large weights, or 0 for none; takes the place of another
///     regularizer
/// @param dropout the share that each dropout layer silences
/// @param batch how many examples are in a batch
/// @param seed what order and chance follow from
/// @param epochs how many epochs it has in all, those of the run it comes from counted
public record RunChanges(
        OptionalDouble learningRate,
        OptionalDouble l2,
        OptionalDouble dropout,
        OptionalInt batch,
        OptionalLong seed,
        OptionalInt epochs) {
    /// Changes nothing.
    public static final RunChanges NONE =
            new RunChanges(
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalInt.empty(),
                    OptionalLong.empty(),
                    OptionalInt.empty());

    private static final String RATE = "learning rate";
    private static final String L2 = "l2";
    private static final String DROPOUT = "dropout";
    private static final String BATCH = "batch";
    private static final String SEED = "seed";
    private static final String EPOCHS = "epochs";
    private static final int MOST_BATCH = 1 << 20;

    /// Checks the numbers.
    public RunChanges {
        learningRate.ifPresent(it -> require(RATE, it, it > 0 && it <= 1_000, "above 0"));
        l2.ifPresent(it -> require(L2, it, it >= 0 && it <= 1_000, "0 or more"));
        dropout.ifPresent(it -> require(DROPOUT, it, it >= 0 && it < 1, "0 or more and below 1"));
        batch.ifPresent(it -> require(BATCH, it, it >= 1 && it <= MOST_BATCH, "1 or more"));
        epochs.ifPresent(it -> require(EPOCHS, it, it >= 1 && it <= MOST_BATCH, "1 or more"));
    }

    private static void require(String name, Number value, boolean holds, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "a run was to branch with the %s %s: give %s".formatted(name, value, expected));
        }
    }

    /// Returns these with another learning rate.
    public RunChanges learningRate(double rate) {
        return new RunChanges(OptionalDouble.of(rate), l2, dropout, batch, seed, epochs);
    }

    /// Returns these with another price on large weights, or none if `strength` is 0.
    public RunChanges l2(double strength) {
        return new RunChanges(
                learningRate, OptionalDouble.of(strength), dropout, batch, seed, epochs);
    }

    /// Returns these with another share that dropout silences.
    public RunChanges dropout(double rate) {
        return new RunChanges(learningRate, l2, OptionalDouble.of(rate), batch, seed, epochs);
    }

    /// Returns these with another number of examples in a batch.
    public RunChanges batch(int size) {
        return new RunChanges(learningRate, l2, dropout, OptionalInt.of(size), seed, epochs);
    }

    /// Returns these with other chance.
    public RunChanges seed(long value) {
        return new RunChanges(learningRate, l2, dropout, batch, OptionalLong.of(value), epochs);
    }

    /// Returns these with another number of epochs in all.
    public RunChanges epochs(int count) {
        return new RunChanges(learningRate, l2, dropout, batch, seed, OptionalInt.of(count));
    }

    /// Returns whether nothing is changed.
    public boolean isEmpty() {
        return equals(NONE);
    }

    /// Returns these and `later` ones, which count where both say something.
    public RunChanges and(RunChanges later) {
        return new RunChanges(
                later.learningRate.isPresent() ? later.learningRate : learningRate,
                later.l2.isPresent() ? later.l2 : l2,
                later.dropout.isPresent() ? later.dropout : dropout,
                later.batch.isPresent() ? later.batch : batch,
                later.seed.isPresent() ? later.seed : seed,
                later.epochs.isPresent() ? later.epochs : epochs);
    }

    /// Returns them by name, as a file holds them.
    public Map<String, Object> map() {
        var map = new LinkedHashMap<String, Object>();
        learningRate.ifPresent(it -> map.put(RATE, it));
        l2.ifPresent(it -> map.put(L2, it));
        dropout.ifPresent(it -> map.put(DROPOUT, it));
        batch.ifPresent(it -> map.put(BATCH, it));
        seed.ifPresent(it -> map.put(SEED, it));
        epochs.ifPresent(it -> map.put(EPOCHS, it));
        return map;
    }

    /// Returns the changes that a file holds; what is none there is passed by.
    ///
    /// @throws IllegalArgumentException if a number is out of bounds
    public static RunChanges of(Map<?, ?> map) {
        return new RunChanges(
                number(map.get(RATE)),
                number(map.get(L2)),
                number(map.get(DROPOUT)),
                count(map.get(BATCH)),
                map.get(SEED) instanceof Long it ? OptionalLong.of(it) : OptionalLong.empty(),
                count(map.get(EPOCHS)));
    }

    private static OptionalInt count(@Nullable Object value) {
        return value instanceof Long it && it >= 1 && it <= MOST_BATCH
                ? OptionalInt.of(Math.toIntExact(it))
                : OptionalInt.empty();
    }

    private static OptionalDouble number(@Nullable Object value) {
        return value instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /// Returns the text by which a process is told to branch.
    public String order(String run, long step) {
        return Json.line(Map.of("run", run, "step", step, "changes", map()));
    }

    /// Where a process was told to branch from.
    ///
    /// @param run the id of the run
    /// @param step the step of the checkpoint
    /// @param changes what is to be otherwise
    public record Order(String run, long step, RunChanges changes) {
        /// Returns what such a text says, if it is one.
        public static Optional<Order> of(String text) {
            try {
                var json = Json.read(text);
                return json.get("run") instanceof String run
                                && json.get("step") instanceof Long step
                                && json.get("changes") instanceof Map<?, ?> changes
                        ? Optional.of(new Order(run, step, RunChanges.of(changes)))
                        : Optional.empty();
            } catch (JsonException _) {
                return Optional.empty();
            }
        }
    }

    private static String plain(Object value) {
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    /// Returns them as words, such as `learning rate 0.0001, batch 32`.
    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        map().forEach((name, value) -> parts.add(name + " " + plain(value)));
        return String.join(", ", parts);
    }
}
