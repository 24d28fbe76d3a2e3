package dev.gradus.tensor.backend;

import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.op.Contract;
import dev.gradus.tensor.op.Move;
import dev.gradus.tensor.op.Reduce;
import dev.gradus.tensor.op.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One pass over memory: what a backend compiles. Operations have been fused into few of these.
public sealed interface Kernel {
    /// Returns what the kernel reads, with what its `then` reads.
    List<Operand> inputs();

    /// Returns what the kernel writes, with what its `then` writes.
    List<Operand> outputs();

    /// Returns the number of arithmetic operations.
    long flops();

    /// Returns the family and the sizes that matter, for people.
    String describe();

    /// Computes `body` at every element of `space`.
    ///
    /// An operand or a step may hold one number for each row along the last axis instead, in the shape of
    /// `space` with a last axis of 1: a [Reduce] in the body makes such numbers of a row, and a
    /// [dev.gradus.tensor.op.Move.Expand] spreads them over the row again.
    record MapKernel(Shape space, List<Operand> inputs, Body body, List<Operand> outputs)
            implements Kernel {
        @Override
        public long flops() {
            return (long) space.count() * body.steps().size();
        }

        @Override
        public String describe() {
            return body.steps().isEmpty() ? "copy" : "map " + Describe.steps(body);
        }
    }

    /// Computes the one result of `body` at every element of `space` and reduces it along `axes`.
    record ReduceKernel(
            Reduce.Kind kind,
            Shape space,
            Ints axes,
            List<Operand> inputs,
            Body body,
            Operand output)
            implements Kernel {
        @Override
        public List<Operand> outputs() {
            return List.of(output);
        }

        @Override
        public long flops() {
            return (long) space.count() * (body.steps().size() + 1);
        }

        @Override
        public String describe() {
            var reduced = Describe.lower(kind) + " over axes " + axes;
            return body.steps().isEmpty() ? reduced : reduced + " of " + Describe.steps(body);
        }
    }

    /// Multiplies matrices: for each index of `batch`, `[rows, depth] × [depth, columns]`. The views of
    /// all operands have the batch axes first.
    ///
    /// `then` is applied to the result while it is in the cache.
    record MatMulKernel(
            Shape batch,
            int rows,
            int columns,
            int depth,
            Operand left,
            Operand right,
            Operand result,
            Optional<MapKernel> then)
            implements Kernel {
        @Override
        public List<Operand> inputs() {
            return Describe.inputs(List.of(left, right), result, then);
        }

        @Override
        public List<Operand> outputs() {
            return Describe.outputs(result, then);
        }

        @Override
        public long flops() {
            return 2L * batch.count() * rows * columns * depth + Describe.flops(then);
        }

        @Override
        public String describe() {
            return "matmul %s%d×%d×%d%s"
                    .formatted(
                            batch.rank() == 0 ? "" : batch + " × ",
                            rows,
                            depth,
                            columns,
                            Describe.then(then));
        }
    }

    /// A convolution or one of its two gradients, by `operation`. All operands are dense, channels last.
    record ConvolveKernel(
            Contract operation,
            Contract.Geometry geometry,
            Shape input,
            Shape weight,
            Shape output,
            Operand left,
            Operand right,
            Operand result,
            Optional<MapKernel> then)
            implements Kernel {
        @Override
        public List<Operand> inputs() {
            return Describe.inputs(List.of(left, right), result, then);
        }

        @Override
        public List<Operand> outputs() {
            return Describe.outputs(result, then);
        }

        @Override
        public long flops() {
            return 2L * output.count() * (weight.count() / Math.max(1, weight.size(-1)))
                    + Describe.flops(then);
        }

        @Override
        public String describe() {
            var name =
                    switch (operation) {
                        case Contract.Convolve _ -> "convolve";
                        case Contract.ConvolveInput _ -> "convolve, gradient of input";
                        case Contract.ConvolveWeight _ -> "convolve, gradient of weight";
                        case Contract.MatMul _ ->
                                throw new IllegalStateException("not a convolution");
                    };
            return "%s %s by %s%s".formatted(name, input, weight, Describe.then(then));
        }
    }

    /// Makes one number of each window of a dense input.
    record PoolKernel(Window.Kind kind, Window.Geometry geometry, Operand input, Operand output)
            implements Kernel {
        @Override
        public List<Operand> inputs() {
            return List.of(input);
        }

        @Override
        public List<Operand> outputs() {
            return List.of(output);
        }

        @Override
        public long flops() {
            return (long) output.view().shape().count() * Describe.product(geometry.size());
        }

        @Override
        public String describe() {
            return "pool " + Describe.lower(kind) + " " + geometry.size();
        }
    }

    /// Adds each number of a dense input to every place of its window in the output.
    record SpreadKernel(Window.Geometry geometry, Operand input, Operand output) implements Kernel {
        @Override
        public List<Operand> inputs() {
            return List.of(input);
        }

        @Override
        public List<Operand> outputs() {
            return List.of(output);
        }

        @Override
        public long flops() {
            return (long) input.view().shape().count() * Describe.product(geometry.size());
        }

        @Override
        public String describe() {
            return "spread " + geometry.size();
        }
    }

    /// Adds each number of `up` at the place of the first largest number of its window of `input`, in
    /// zeros. All dense.
    record MaxPoolGradientKernel(
            Window.Geometry geometry, Operand input, Operand up, Operand output) implements Kernel {
        @Override
        public List<Operand> inputs() {
            return List.of(input, up);
        }

        @Override
        public List<Operand> outputs() {
            return List.of(output);
        }

        @Override
        public long flops() {
            return (long) up.view().shape().count() * Describe.product(geometry.size());
        }

        @Override
        public String describe() {
            return "gradient of pool max " + geometry.size();
        }
    }

    /// Takes slices: `[before, size, after]` and `count` indices give `[before, count, after]`. All dense.
    record GatherKernel(
            int before,
            int size,
            int after,
            int count,
            Operand source,
            Operand indices,
            Operand output)
            implements Kernel {
        @Override
        public List<Operand> inputs() {
            return List.of(source, indices);
        }

        @Override
        public List<Operand> outputs() {
            return List.of(output);
        }

        @Override
        public long flops() {
            return 0;
        }

        @Override
        public String describe() {
            return "gather %d of %d".formatted(count, size);
        }
    }

    /// Adds slices: `count` indices and `[before, count, after]` give `[before, size, after]`, in the
    /// order of the indices. All dense.
    record ScatterAddKernel(
            int before,
            int size,
            int after,
            int count,
            Operand indices,
            Operand updates,
            Operand output)
            implements Kernel {
        @Override
        public List<Operand> inputs() {
            return List.of(indices, updates);
        }

        @Override
        public List<Operand> outputs() {
            return List.of(output);
        }

        @Override
        public long flops() {
            return (long) before * count * after;
        }

        @Override
        public String describe() {
            return "scatter-add %d into %d".formatted(count, size);
        }
    }

    /// Finds the first `count` positions in sorted order: `[before, size, after]` gives
    /// `[before, count, after]`. Dense.
    record ArgSortKernel(
            int before,
            int size,
            int after,
            boolean descending,
            int count,
            Operand input,
            Operand output)
            implements Kernel {
        @Override
        public List<Operand> inputs() {
            return List.of(input);
        }

        @Override
        public List<Operand> outputs() {
            return List.of(output);
        }

        @Override
        public long flops() {
            return (long) before
                    * after
                    * size
                    * Math.max(1, 32 - Integer.numberOfLeadingZeros(size));
        }

        @Override
        public String describe() {
            return "argsort the first %d of %d".formatted(count, size);
        }
    }

    /// Sums up along the middle axis of `[before, size, after]`. Dense.
    record CumulativeSumKernel(int before, int size, int after, Operand input, Operand output)
            implements Kernel {
        @Override
        public List<Operand> inputs() {
            return List.of(input);
        }

        @Override
        public List<Operand> outputs() {
            return List.of(output);
        }

        @Override
        public long flops() {
            return (long) before * size * after;
        }

        @Override
        public String describe() {
            return "cumulative sum of " + size;
        }
    }

    /// Words and sums that several kernels share.
    final class Describe {
        private Describe() {}

        static String lower(Enum<?> constant) {
            return constant.name().toLowerCase(java.util.Locale.ROOT);
        }

        static String steps(Body body) {
            var words = new ArrayList<String>();
            for (var step : body.steps()) {
                words.add(
                        switch (step.op()) {
                            case Enum<?> constant -> lower(constant);
                            case Reduce(var kind, _) -> "row-" + lower(kind);
                            case Move.Expand _ -> "spread";
                            default ->
                                    step.op()
                                            .getClass()
                                            .getSimpleName()
                                            .toLowerCase(java.util.Locale.ROOT);
                        });
            }
            return String.join(" ", words);
        }

        static String then(Optional<MapKernel> then) {
            return then.map(map -> ", then " + map.describe()).orElse("");
        }

        static long flops(Optional<MapKernel> then) {
            return then.map(MapKernel::flops).orElse(0L);
        }

        static long product(Ints sizes) {
            var product = 1L;
            for (var i = 0; i < sizes.size(); i++) {
                product *= sizes.get(i);
            }
            return product;
        }

        static List<Operand> inputs(List<Operand> own, Operand result, Optional<MapKernel> then) {
            var all = new ArrayList<>(own);
            then.ifPresent(map ->
                    map.inputs().stream()
                            .filter(input -> input.slot() != result.slot())
                            .forEach(all::add));
            return List.copyOf(all);
        }

        static List<Operand> outputs(Operand result, Optional<MapKernel> then) {
            var all = new ArrayList<Operand>();
            all.add(result);
            then.ifPresent(map ->
                    map.outputs().stream()
                            .filter(output -> output.slot() != result.slot())
                            .forEach(all::add));
            return List.copyOf(all);
        }
    }
}
