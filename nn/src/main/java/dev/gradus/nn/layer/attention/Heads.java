package dev.gradus.nn.layer.attention;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Parts features among heads, which look at different things, and puts them together again.
final class Heads {
    private Heads() {}

    /// Returns features `from` to `to` of `[batch, time, features]` as `[batch, heads, time, width of a
    /// head]`.
    static Tensor part(Tensor x, int from, int to, int heads) {
        return x.slice(2, from, to, 1)
                .reshape(x.size(0), x.size(1), heads, (to - from) / heads)
                .permute(0, 2, 1, 3);
    }

    /// Returns `[batch, heads, time, width of a head]` as `[batch, time, features]`.
    static Tensor join(Tensor x) {
        return x.permute(0, 2, 1, 3).reshape(x.size(0), x.size(2), x.size(1) * x.size(3));
    }

    /// Returns each head repeated until there are `heads`: neighbouring queries share a key.
    static Tensor share(Tensor x, int heads) {
        var group = heads / x.size(1);
        if (group == 1) {
            return x;
        }
        var sizes = x.shape();
        return x.unsqueeze(2)
                .expand(sizes.insert(2, group))
                .reshape(sizes.size(0), heads, sizes.size(2), sizes.size(3));
    }

    /// Returns how many features a head has.
    static int width(Object layer, int features, int heads) {
        if (features % heads != 0) {
            throw new ShapeException(
                    "%s cannot part %d features among %d heads: the number of heads must divide them"
                            .formatted(layer, features, heads));
        }
        return features / heads;
    }

    /// Refuses what is not `[batch, time, features]`.
    static void check(Object layer, String what, Tensor x, int features) {
        if (x.rank() != 3 || x.size(2) != features) {
            throw new ShapeException(
                    "%s was built for %s [batch, time, %d] but receives %s"
                            .formatted(layer, what, features, x.shape()));
        }
    }
}
