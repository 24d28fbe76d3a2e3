package dev.gradus.nn.model;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.SAME;
import static dev.gradus.nn.Layers.concat;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.convTranspose2d;
import static dev.gradus.nn.Layers.maxPool;

import dev.gradus.nn.graph.Graph;
import dev.gradus.nn.graph.Node;
import dev.gradus.tensor.Shape;
import java.util.ArrayDeque;
import java.util.List;

/// Says for each point of a picture what it belongs to: a way down on which the picture becomes small and
/// the network sees the whole, a way up on which it becomes large again, and at each level a bridge that
/// brings the fine lines across (Ronneberger, Fischer and Brox 2015).
///
/// ```
/// x ─ 64 ──────────────────────── concatenate ─ 64 ─ classes
///      └ 128 ─────────── concatenate ─ 128 ┘
///          └ 256 ─ ...  256 ┘
/// ```
///
/// At each level stand two convolutions of 3 × 3. They keep the size (`SAME`), unlike those of the paper,
/// so that every point of the input has its answer. With one channel, two classes, 4 steps down and 64
/// channels at the top, as in the paper, there are 31,030,658 parameters.
public final class UNet {
    private UNet() {}

    /// Returns the network of the paper: 4 steps down, 64 channels at the top.
    ///
    /// @param input the shape of a picture, `[height, width, channels]`
    public static Graph.Spec of(Shape input, int classes) {
        return of(input, 4, 64, classes);
    }

    /// Returns the network.
    ///
    /// - input: `[batch, height, width, channels]`
    /// - output: logits `[batch, height, width, classes]`
    ///
    /// @param input the shape of a picture
    /// @param depth how many steps it goes down, each to half the height and width and twice the channels
    /// @param width how many channels there are at the top
    /// @throws IllegalArgumentException if the picture cannot be halved so often
    public static Graph.Spec of(Shape input, int depth, int width, int classes) {
        check(input, depth);
        var x = Node.input("picture", input);
        var bridges = new ArrayDeque<Node>();
        var y = x;
        for (var level = 0; level < depth; level++) {
            var seen = two(y, "down" + level, width << level);
            bridges.push(seen);
            y = seen.then(maxPool(2));
        }
        y = two(y, "bottom", width << depth);
        for (var level = depth - 1; level >= 0; level--) {
            var filters = width << level;
            var larger = y.then(convTranspose2d(filters, 2).stride(2)).named("larger" + level);
            y = two(concat(bridges.pop(), larger), "up" + level, filters);
        }
        return Graph.of(List.of(x), y.then(conv2d(classes, 1)).named("classes"));
    }

    private static Node two(Node x, String name, int filters) {
        var first = x.then(conv2d(filters, 3, RELU).padding(SAME)).named(name + "-a");
        return first.then(conv2d(filters, 3, RELU).padding(SAME)).named(name + "-b");
    }

    private static void check(Shape input, int depth) {
        if (depth < 0 || depth > 16) {
            throw new IllegalArgumentException(
                    "UNet was asked for %d steps down: give 0 to 16, 4 as in the paper"
                            .formatted(depth));
        }
        var times = 1 << depth;
        if (input.rank() != 3 || input.size(0) % times != 0 || input.size(1) % times != 0) {
            throw new IllegalArgumentException(
                    "UNet was given pictures %s: give [height, width, channels], where %d steps down need height and width that %d divides"
                            .formatted(input, depth, times));
        }
    }
}
