package dev.gradus.benchmarks.contender;

import static dev.gradus.Gradus.*;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Seed;
import dev.gradus.nn.layer.BatchNorm;
import dev.gradus.nn.layer.Dense;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.op.Contract;
import java.util.ArrayList;
import java.util.List;

/// ResNet-20 for pictures of 32 × 32 (He and others 2015, section 4.2).
record ResidualNetwork(Normalised stem, List<Block> blocks, Dense output) implements Layer {
    static ResidualNetwork build() {
        var blocks = new ArrayList<Block>();
        var channels = 16;
        for (var stage = 0; stage < 3; stage++) {
            for (var block = 0; block < 3; block++) {
                var filters = 16 << stage;
                var stride = stage > 0 && block == 0 ? 2 : 1;
                blocks.add(
                        new Block(
                                Normalised.build(channels, filters, stride),
                                Normalised.build(filters, filters, 1)));
                channels = filters;
            }
        }
        return new ResidualNetwork(
                Normalised.build(3, 16, 1), blocks, dense(10).build(Shape.of(64), Seed.seed(0)));
    }

    @Override
    public Tensor apply(Tensor x) {
        var y = stem.apply(x).relu();
        for (var block : blocks) {
            y = block.apply(y);
        }
        return output.apply(y.mean(1, 2));
    }

    /// Adds what two convolutions make of their input to the input itself.
    record Block(Normalised first, Normalised second) implements Layer {
        @Override
        public Tensor apply(Tensor x) {
            return second.apply(first.apply(x).relu()).add(shortcut(x)).relu();
        }

        /// The input; where the block halves it, every second place, with channels of zeros behind.
        private Tensor shortcut(Tensor x) {
            return first.stride == 1
                    ? x
                    : x.slice(1, 0, x.size(1), 2)
                            .slice(2, 0, x.size(2), 2)
                            .pad(3, 0, second.weight.size(3) - x.size(3));
        }
    }

    /// A convolution with a border of one zero, then batch norm.
    record Normalised(int stride, Parameter weight, BatchNorm norm) implements Layer {
        static Normalised build(int channels, int filters, int stride) {
            return new Normalised(
                    stride,
                    Parameter.of(Tensor.zeros(3, 3, channels, filters)),
                    batchNorm().build(Shape.of(filters), Seed.seed(0)));
        }

        @Override
        public Tensor apply(Tensor x) {
            var one = Ints.of(1, 1);
            var geometry = new Contract.Geometry(Ints.of(stride, stride), one, one, one, 1);
            return norm.apply(x.convolve(weight, geometry));
        }
    }
}
