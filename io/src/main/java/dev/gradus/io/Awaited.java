package dev.gradus.io;

import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.tensor.Shape;
import java.util.function.Supplier;

/// An initializer from a file. While that file is read it gives zeros, because the true numbers
/// follow, and no more of them than the file holds: a network of a few bytes must not ask for
/// gigabytes.
///
/// @param stated the initializer that the file names, which counts from then on
record Awaited(Initializer stated) implements Initializer {
    private static final ScopedValue<Budget> BUDGET = ScopedValue.newInstance();

    private static final class Budget {
        private long left;

        Budget(long left) {
            this.left = left;
        }

        void take(Shape shape) {
            left -= shape.count();
            if (left < 0) {
                throw new ModelFileException(
                        "the network needs a parameter of %s, more numbers than the file holds: description and weights belong to different networks"
                                .formatted(shape));
            }
        }
    }

    /// Runs `build`, in which initializers may make `numbers` numbers in all.
    static <T> T within(long numbers, Supplier<T> build) {
        return ScopedValue.where(BUDGET, new Budget(numbers)).call(build::get);
    }

    @Override
    public float[] values(Shape shape, Seed seed) {
        if (!BUDGET.isBound()) {
            return stated.values(shape, seed);
        }
        BUDGET.get().take(shape);
        return new float[shape.count()];
    }
}
