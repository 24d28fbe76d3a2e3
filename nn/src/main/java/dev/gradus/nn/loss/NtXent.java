package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.OptionalInt;

/// Teaches a network what a picture is about without labels: of all pictures in the batch, each in two
/// versions, one must recognise its other version (Chen and others 2020, SimCLR). The name stands for
/// normalised cross-entropy with temperature.
///
/// With the cosines `s` of all `2 × batch` vectors, vector `i` with partner `j` loses
/// `-log (e^(s[i][j] / temperature) / Σ e^(s[i][k] / temperature))`, the sum over all `k` but `i`.
///
/// @param temperature how sharply the choice is made
public record NtXent(double temperature) {
    /// Smaller than any cosine over a sensible temperature, yet finite.
    private static final double NEVER = -1e30;

    /// Checks the number.
    public NtXent {
        Numbers.positive("ntXent", "temperature", temperature);
    }

    /// Returns the loss of each vector, first all of `first`, then all of `second`: `[2 × batch]`.
    ///
    /// @param first vectors `[batch, features]`
    /// @param second vectors of the same shape: row `i` is another version of row `i` of the first
    public Tensor each(Tensor first, Tensor second) {
        Vectors.checkRows("ntXent", first, second);
        var all = Vectors.unit(Tensor.concatenate(0, first, second));
        var count = all.size(0);
        var places = Tensor.arange(count);
        var alike = all.matmul(all.transpose()).div(temperature);
        var self = places.unsqueeze(1).equal(places);
        var others = self.where(Tensor.scalar(NEVER, alike.type()), alike);
        var partner = places.add(first.size(0)).mod(Math.max(1, count));
        return new CrossEntropy(0, List.of(), OptionalInt.empty()).each(others, partner);
    }

    /// Returns the mean loss, a scalar: see [#each].
    public Tensor apply(Tensor first, Tensor second) {
        return each(first, second).mean();
    }

    @Override
    public String toString() {
        return "ntXent(" + temperature + ")";
    }
}
