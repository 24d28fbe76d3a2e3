package dev.gradus.benchmarks.contender;

import static dev.gradus.Gradus.*;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Seed;
import dev.gradus.nn.layer.Dense;
import dev.gradus.nn.layer.Embedding;
import dev.gradus.nn.layer.LayerNorm;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// A small GPT over characters (Radford and others 2018).
record CharacterTransformer(
        Embedding token, Parameter position, List<Block> blocks, LayerNorm last, Dense output)
        implements Layer {
    private static final int WIDTH = 128;
    private static final int HEADS = 4;
    private static final int CONTEXT = 64;

    static CharacterTransformer build() {
        var seed = Seed.seed(0);
        var blocks = new ArrayList<Block>();
        for (var i = 0; i < 4; i++) {
            blocks.add(Block.build(seed));
        }
        var width = Shape.of(WIDTH);
        return new CharacterTransformer(
                embedding(96, WIDTH).build(Shape.of(CONTEXT), seed),
                Parameter.of(Tensor.zeros(CONTEXT, WIDTH)),
                blocks,
                layerNorm().build(width, seed),
                dense(96).build(width, seed));
    }

    /// Takes characters `[batch, place]` and returns logits `[batch, place, vocabulary]`.
    @Override
    public Tensor apply(Tensor characters) {
        var x = token.apply(characters).add(position);
        for (var block : blocks) {
            x = block.apply(x);
        }
        return output.apply(last.apply(x));
    }

    /// Lets every place look back at those before it, then thinks about each by itself.
    record Block(
            LayerNorm before,
            Dense queryKeyValue,
            Dense projection,
            LayerNorm middle,
            Dense expand,
            Dense contract)
            implements Layer {
        static Block build(Seed seed) {
            var width = Shape.of(WIDTH);
            return new Block(
                    layerNorm().build(width, seed),
                    dense(3 * WIDTH).build(width, seed),
                    dense(WIDTH).build(width, seed),
                    layerNorm().build(width, seed),
                    dense(4 * WIDTH, GELU).build(width, seed),
                    dense(WIDTH).build(Shape.of(4 * WIDTH), seed));
        }

        @Override
        public Tensor apply(Tensor x) {
            var y = x.add(projection.apply(attention(queryKeyValue.apply(before.apply(x)))));
            return y.add(contract.apply(expand.apply(middle.apply(y))));
        }

        private static Tensor attention(Tensor queryKeyValue) {
            var query = heads(queryKeyValue, 0);
            var key = heads(queryKeyValue, 1);
            var value = heads(queryKeyValue, 2);
            var scores = query.matmul(key.transpose()).mul(1 / Math.sqrt(WIDTH / HEADS));
            var places = Tensor.arange(CONTEXT);
            var ahead = places.unsqueeze(1).less(places);
            var weights = ahead.where(Tensor.full(-1e9, 1), scores).softmax(-1);
            return weights.matmul(value).permute(0, 2, 1, 3).reshape(-1, CONTEXT, WIDTH);
        }

        /// Returns one third of the last axis as `[batch, head, place, width of a head]`.
        private static Tensor heads(Tensor queryKeyValue, int which) {
            return queryKeyValue
                    .slice(2, which * WIDTH, (which + 1) * WIDTH, 1)
                    .reshape(-1, CONTEXT, HEADS, WIDTH / HEADS)
                    .permute(0, 2, 1, 3);
        }
    }
}
