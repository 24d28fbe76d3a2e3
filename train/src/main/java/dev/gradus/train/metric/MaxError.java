package dev.gradus.train.metric;

import dev.gradus.tensor.Tensor;
import dev.gradus.train.Metric;
import java.util.Optional;

/// The largest distance of any number from what it should be. With several outputs it is the mean of the
/// largest of each.
record MaxError() implements Metric {
    /// The largest number of each output so far.
    private static final class Largest implements State {
        private double[] values = new double[0];

        @Override
        public double[] numbers() {
            return values.clone();
        }

        @Override
        public void take(double[] numbers) {
            if (values.length == 0) {
                values = numbers.clone();
                return;
            }
            if (numbers.length != 0 && numbers.length != values.length) {
                throw new IllegalArgumentException(
                        "%d numbers an example came after examples of %d: give as many in every batch"
                                .formatted(numbers.length, values.length));
            }
            for (var i = 0; i < numbers.length; i++) {
                values[i] = Math.max(values[i], numbers[i]);
            }
        }
    }

    @Override
    public String name() {
        return "max error";
    }

    @Override
    public boolean smallerIsBetter() {
        return true;
    }

    @Override
    public Score start() {
        return new Running<>(
                name(), new Largest(), this::add, it -> Means.of(it.values), it -> it.numbers());
    }

    private void add(Largest largest, Tensor outputs, Tensor targets, Optional<Tensor> weights) {
        Unweighted.check(name(), weights);
        var batch = Paired.of(name(), outputs, targets, weights);
        for (var i = 0; i < batch.size(); i++) {
            var errors = new double[batch.width()];
            for (var unit = 0; unit < errors.length; unit++) {
                errors[unit] = Math.abs(batch.target(i, unit) - batch.output(i, unit));
            }
            largest.take(errors);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
