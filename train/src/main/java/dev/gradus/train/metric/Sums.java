package dev.gradus.train.metric;

/// Exact sums: some kinds of them for each of some units, such as outputs or bins.
final class Sums implements State {
    private final int kinds;
    private ExactSum[][] units = new ExactSum[0][];

    Sums(int kinds) {
        this.kinds = kinds;
    }

    /// Returns the sums of `count` units, which is the same number in every batch.
    ExactSum[][] units(int count) {
        if (units.length == 0) {
            units = new ExactSum[count][kinds];
            for (var unit : units) {
                for (var kind = 0; kind < kinds; kind++) {
                    unit[kind] = new ExactSum();
                }
            }
        }
        if (count != units.length) {
            throw new IllegalArgumentException(
                    "%d numbers an example came after examples of %d: give as many in every batch"
                            .formatted(count, units.length));
        }
        return units;
    }

    ExactSum[][] units() {
        return units;
    }

    @Override
    public double[] numbers() {
        var numbers = new double[units.length * kinds * ExactSum.NUMBERS];
        var at = 0;
        for (var unit : units) {
            for (var sum : unit) {
                sum.write(numbers, at);
                at += ExactSum.NUMBERS;
            }
        }
        return numbers;
    }

    @Override
    public void take(double[] numbers) {
        var size = kinds * ExactSum.NUMBERS;
        if (numbers.length % size != 0) {
            throw new IllegalArgumentException(
                    "a state of %d numbers came: it has %d for each unit"
                            .formatted(numbers.length, size));
        }
        if (numbers.length == 0) {
            return;
        }
        var at = 0;
        for (var unit : units(numbers.length / size)) {
            for (var sum : unit) {
                sum.take(numbers, at);
                at += ExactSum.NUMBERS;
            }
        }
    }
}
