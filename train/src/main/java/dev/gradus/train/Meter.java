package dev.gradus.train;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Collects a number from each step of a loop of one's own, such as the loss, and gives their mean.
///
/// Nothing is computed until the mean is asked for.
///
/// ```java
/// meter.add(loss);
/// ...
/// IO.println(meter.take());   // the mean since the last take()
/// ```
public final class Meter {
    private final List<Tensor> numbers = new ArrayList<>();

    /// Creates a meter that has seen nothing.
    public Meter() {}

    /// Adds one number. Add the loss of a step after the step, which computes it: before, it would be
    /// computed a second time, in inference.
    ///
    /// @throws ShapeException if it is not a single number
    public void add(Tensor number) {
        if (number.count() != 1) {
            throw new ShapeException(
                    "a meter takes single numbers but %s came: use mean() or sum() first"
                            .formatted(number.shape()));
        }
        numbers.add(number);
    }

    /// Returns how many numbers were added since the last [#take()].
    public int count() {
        return numbers.size();
    }

    /// Returns the mean of the numbers added since the last call, and begins anew; not a number if there
    /// were none.
    public double take() {
        Tensor.realize(numbers.toArray(new Tensor[0]));
        var mean = numbers.stream().mapToDouble(Tensor::item).average().orElse(Double.NaN);
        numbers.clear();
        return mean;
    }
}
