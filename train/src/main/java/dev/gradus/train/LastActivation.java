package dev.gradus.train;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Named;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.layer.Dense;
import dev.gradus.nn.layer.Frozen;
import dev.gradus.nn.layer.Shares;

/// Looks at the end of a network.
final class LastActivation {
    private LastActivation() {}

    static boolean isSoftmax(Layer layer) {
        return switch (layer) {
            case Sequential network ->
                    !network.layers().isEmpty() && isSoftmax(network.layers().getLast());
            case Named(_, var named) -> isSoftmax(named);
            case Frozen(_, var frozen) -> isSoftmax(frozen);
            case Dense dense -> dense.spec().activation() instanceof Shares.Softmax;
            case Shares.Softmax _ -> true;
            default -> false;
        };
    }
}
