package dev.gradus.benchmarks.libtorch;

import dev.gradus.benchmarks.libtorch.Parameters.Dense;
import dev.gradus.benchmarks.workload.Network;
import dev.gradus.benchmarks.workload.Network.Batch;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/// The GPT over characters.
///
/// With libtorch's fused attention, 57 and 32 ms a step at 1 and 2 threads; written out as products
/// and a softmax 61 and 38.
final class Transformer implements Model {
    private static final int WIDTH = 128;
    private static final int HEADS = 4;
    private static final int CONTEXT = 64;

    private final Network network;
    private final Tensor token;
    private final Tensor position;
    private final List<Block> blocks;
    private final Norm last;
    private final Dense output;

    Transformer(Network network, Parameters parameters) {
        this.network = network;
        token = parameters.weight("token");
        position = parameters.weight("position");
        blocks = IntStream.range(0, 4).mapToObj(index -> new Block(parameters, index)).toList();
        last = new Norm(parameters, "last");
        output = parameters.dense("output");
    }

    @Override
    public Tensor input(Batch batch) {
        return Tensors.of(batch.tokens(), network.inputShape());
    }

    @Override
    public Tensor output(Tensor input) {
        var x = torch.embedding(token, input).add_(position);
        for (var block : blocks) {
            x = block.apply(x);
        }
        return output.apply(last.apply(x)).view(-1, 96);
    }

    private static final class Block {
        private final Norm attentionNorm;
        private final Dense queryKeyValue;
        private final Dense projection;
        private final Norm mlpNorm;
        private final Dense expand;
        private final Dense contract;
        private final TensorOptional noMask = new TensorOptional();
        private final DoubleOptional usualScale = new DoubleOptional();

        Block(Parameters parameters, int index) {
            var name = "block%d.".formatted(index);
            attentionNorm = new Norm(parameters, name + "attention");
            queryKeyValue = parameters.dense(name + "query-key-value");
            projection = parameters.dense(name + "projection");
            mlpNorm = new Norm(parameters, name + "mlp");
            expand = parameters.dense(name + "expand");
            contract = parameters.dense(name + "contract");
        }

        Tensor apply(Tensor x) {
            var mixed = x.add(projection.apply(attention(attentionNorm.apply(x))));
            var hidden = torch.gelu(expand.apply(mlpNorm.apply(mixed)));
            return mixed.add(contract.apply(hidden));
        }

        private Tensor attention(Tensor x) {
            var heads =
                    queryKeyValue
                            .apply(x)
                            .view(-1, CONTEXT, 3, HEADS, WIDTH / HEADS)
                            .permute(2, 0, 3, 1, 4)
                            .unbind();
            return torch.scaled_dot_product_attention(
                            heads.get(0),
                            heads.get(1),
                            heads.get(2),
                            noMask,
                            0,
                            true,
                            usualScale,
                            false)
                    .transpose(1, 2)
                    .reshape(-1, CONTEXT, WIDTH);
        }
    }

    private static final class Norm {
        private final TensorOptional scale;
        private final TensorOptional shift;

        Norm(Parameters parameters, String name) {
            scale = new TensorOptional(parameters.weight(name + ".scale"));
            shift = new TensorOptional(parameters.weight(name + ".shift"));
        }

        Tensor apply(Tensor x) {
            return torch.layer_norm(x, new long[] {WIDTH}, scale, shift, 1e-5, false);
        }
    }
}
