package dev.gradus.train;

import dev.gradus.data.Batch;
import dev.gradus.nn.Layer;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.optimizer.Optimizer;
import dev.gradus.nn.optimizer.OptimizerState;
import dev.gradus.tensor.AnomalyDetection;
import dev.gradus.tensor.NotFiniteException;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds where a number was lost: keeps the weights of a moment ago and the batches since, and when a
/// loss is no number makes those steps once more with every operation watched.
///
/// Watching all the time would take ten times as long.
final class LostNumber {
    /// Weights are copied that often at most, which costs about nothing.
    private static final long BETWEEN = 250_000_000L;

    private static final int MOST_BATCHES = 128;
    private static final long MOST_NUMBERS = 1L << 24;

    private final Optimizer optimizer;
    private final List<Parameter> parameters;
    private final boolean keeps;
    private final List<Batch> since = new ArrayList<>();
    private Map<Parameter, Tensor> values = Map.of();
    private @Nullable OptimizerState memory;
    private long keptAt;
    private long step;

    /// @param wanted whether anybody is told
    LostNumber(Layer layer, Optimizer optimizer, boolean wanted) {
        this.optimizer = optimizer;
        this.parameters = List.copyOf(Parameters.of(layer).values());
        this.keeps =
                wanted
                        && parameters.stream().mapToLong(Tensor::count).sum() <= MOST_NUMBERS
                        && !AnomalyDetection.isOn();
    }

    /// Notes that step number `number` is about to learn from `batch`; returns how many nanoseconds
    /// were spent on copies.
    long before(long number, Batch batch, long now) {
        if (!keeps) {
            return 0;
        }
        var spent = 0L;
        if (memory == null || now - keptAt >= BETWEEN || since.size() >= MOST_BATCHES) {
            values = new LinkedHashMap<>();
            for (var parameter : parameters) {
                values.put(parameter, Tensor.of(parameter.buffer().copy(), parameter.shape()));
            }
            memory = optimizer.state();
            keptAt = now;
            step = number;
            since.clear();
            spent = System.nanoTime() - now;
        }
        since.add(batch);
        return spent;
    }

    /// Where a number was lost.
    ///
    /// @param step in which step
    /// @param place the layers around the operation, or nothing
    /// @param operation what made it, or nothing if it came with the data
    /// @param explanation what the engine says
    record Finding(long step, String place, String operation, String explanation) {
        Map<String, Object> notes() {
            return Map.of(
                    "step", step,
                    "place", place,
                    "operation", operation,
                    "explanation", explanation);
        }
    }

    /// Makes the steps since that moment once more. The network is left as it was before the one that
    /// lost the number.
    Optional<Finding> search(Consumer<Batch> learn) {
        if (!keeps || memory == null) {
            return Optional.empty();
        }
        values.forEach(Parameter::set);
        optimizer.restore(memory);
        var number = step;
        try {
            for (var batch : since) {
                AnomalyDetection.during(() -> learn.accept(batch));
                number++;
            }
            return Optional.empty();
        } catch (NotFiniteException e) {
            return Optional.of(
                    new Finding(
                            number,
                            e.origin().map(AnomalyDetection.Origin::place).orElse(""),
                            e.op().map(Object::toString).orElse(""),
                            String.valueOf(e.getMessage())));
        }
    }
}
