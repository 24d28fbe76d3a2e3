package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.OptionalInt;

/// Teaches two encoders to recognise what belongs together: each query must pick its own key among all
/// keys of the batch (van den Oord and others 2018).
///
/// With the cosines `s` of queries and keys, query `i` loses `-log softmax(s[i] / temperature)[i]`. In
/// both directions, keys picking queries as well, it is the loss of CLIP (Radford and others 2021).
///
/// @param temperature how sharply the choice is made; small numbers look at the hardest keys alone
/// @param symmetric whether keys pick queries too
public record InfoNce(double temperature, boolean symmetric) {
    /// Checks the number.
    public InfoNce {
        Numbers.positive("infoNce", "temperature", temperature);
    }

    /// Returns this loss with the mean of both directions.
    public InfoNce bothWays() {
        return new InfoNce(temperature, true);
    }

    /// Returns the loss of each pair: `[batch]`.
    ///
    /// @param query vectors `[batch, features]`
    /// @param key vectors of the same shape: row `i` belongs to row `i` of the queries
    public Tensor each(Tensor query, Tensor key) {
        Vectors.checkRows("infoNce", query, key);
        var alike = Vectors.unit(query).matmul(Vectors.unit(key).transpose()).div(temperature);
        var forth = pick(alike);
        return symmetric ? forth.add(pick(alike.transpose())).mul(0.5) : forth;
    }

    private static Tensor pick(Tensor alike) {
        return new CrossEntropy(0, List.of(), OptionalInt.empty())
                .each(alike, Tensor.arange(alike.size(0)));
    }

    /// Returns the mean loss, a scalar: see [#each].
    public Tensor apply(Tensor query, Tensor key) {
        return each(query, key).mean();
    }

    @Override
    public String toString() {
        return "infoNce(" + temperature + ")" + (symmetric ? ".bothWays()" : "");
    }
}
