package dev.gradus.train.record;

import java.util.List;

/// How the layers of a network are doing in one step, in the order of the network.
///
/// @param step after how many steps
/// @param seconds how many seconds after the beginning of the run
/// @param layers the layers
public record RunStatistics(long step, double seconds, List<LayerStatistics> layers) {
    /// Copies the list.
    public RunStatistics {
        layers = List.copyOf(layers);
    }
}
