package dev.gradus.nn.layer.attention;

import dev.gradus.nn.layer.Dropout;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.Optional;

/// Lets each query look at all keys and take the mean of the values, each weighed by how well its key
/// fits: `softmax(query keyᵀ / √width + mask) value` (Vaswani and others 2017).
///
/// - query: `[..., queries, width]`
/// - key: `[..., keys, width]`
/// - value: `[..., keys, features]`
/// - output: `[..., queries, features]`
///
/// A mask says where a query may look. It meets the scores `[..., queries, keys]` by broadcasting and
/// is of one of two kinds: truth values, true where it may look, or numbers that are added to the
/// scores, -∞ where it may not. A query that may look nowhere takes zeros.
public final class Attention {
    // the exponential of anything so far below the largest score is 0, and unlike infinity it can
    // be
    // subtracted from itself
    private static final double NOWHERE = -1e30;

    private Attention() {}

    /// Returns what each query takes from everywhere.
    ///
    /// @throws ShapeException if query and key differ in width, or key and value in number
    public static Tensor scaledDotProduct(Tensor query, Tensor key, Tensor value) {
        return weigh(scores(query, key, value).softmax(-1), value, NO_DROPOUT);
    }

    /// Returns what each query takes from where `mask` lets it look.
    ///
    /// @throws ShapeException if query and key differ in width, key and value in number, or the mask
    ///     does not meet the scores
    public static Tensor scaledDotProduct(Tensor query, Tensor key, Tensor value, Tensor mask) {
        return scaledDotProduct(query, key, value, Optional.of(mask), false, NO_DROPOUT);
    }

    /// Returns what each query takes from its own place and those before it. Query `i` stands at the
    /// place of key `i`.
    ///
    /// @throws ShapeException if query and key differ in width, or the numbers of queries, keys and
    ///     values differ
    public static Tensor causal(Tensor query, Tensor key, Tensor value) {
        return scaledDotProduct(query, key, value, Optional.empty(), true, NO_DROPOUT);
    }

    static final Dropout NO_DROPOUT = new Dropout(0);

    static Tensor scaledDotProduct(
            Tensor query,
            Tensor key,
            Tensor value,
            Optional<Tensor> mask,
            boolean causal,
            Dropout dropout) {
        var scores = scores(query, key, value);
        if (causal && scores.size(-1) != scores.size(-2)) {
            throw new ShapeException(
                    "causal attention was given %d queries and %d keys: query i stands at the place of key i, so there must be as many"
                            .formatted(scores.size(-2), scores.size(-1)));
        }
        // every place may look at itself, so no row of the causal mask alone is empty
        if (causal) {
            scores = ahead(scores.size(-1)).where(nowhere(scores), scores);
        }
        if (mask.isEmpty()) {
            return weigh(scores.softmax(-1), value, dropout);
        }
        var given = mask.get();
        var visible = given.type().isFloating() ? given.greater(NOWHERE) : given.cast(DType.BOOL);
        if (given.type().isFloating()) {
            scores = scores.add(visible.where(given, Tensor.zerosLike(given)).cast(scores.type()));
        }
        scores = visible.where(scores, nowhere(scores));
        if (causal) {
            visible = visible.and(ahead(scores.size(-1)).not());
        }
        var weights = scores.softmax(-1);
        return weigh(visible.where(weights, Tensor.zerosLike(weights)), value, dropout);
    }

    private static Tensor weigh(Tensor weights, Tensor value, Dropout dropout) {
        return dropout.apply(weights).matmul(value);
    }

    private static Tensor scores(Tensor query, Tensor key, Tensor value) {
        if (query.rank() < 2 || key.rank() < 2 || value.rank() < 2) {
            throw new ShapeException(
                    "attention was given query %s, key %s and value %s: each needs at least two axes, [..., places, width]"
                            .formatted(query.shape(), key.shape(), value.shape()));
        }
        if (query.size(-1) != key.size(-1)) {
            throw new ShapeException(
                    "attention was given queries of width %d and keys of width %d (%s and %s): they are multiplied, so they must be equally wide"
                            .formatted(query.size(-1), key.size(-1), query.shape(), key.shape()));
        }
        if (key.size(-2) != value.size(-2)) {
            throw new ShapeException(
                    "attention was given %d keys and %d values (%s and %s): each key needs its value"
                            .formatted(key.size(-2), value.size(-2), key.shape(), value.shape()));
        }
        return query.matmul(key.transpose()).mul(1 / Math.sqrt(query.size(-1)));
    }

    private static Tensor nowhere(Tensor scores) {
        return Tensor.scalar(NOWHERE, scores.type());
    }

    /// Returns `[places, places]`, true where a key comes after the query.
    private static Tensor ahead(int places) {
        var place = Tensor.arange(places);
        return place.unsqueeze(1).less(place);
    }

    /// Returns the mask by which each place sees itself and those before it: `[places, places]`, true on
    /// and below the diagonal.
    public static Tensor causalMask(int places) {
        return ahead(places).not();
    }

    /// Returns the mask that hides what was only added to make texts equally long: true at the first
    /// `lengths[i]` keys of example `i`.
    ///
    /// @param lengths how many keys of each example count, whole numbers `[batch]`
    /// @param keys how many keys there are
    /// @return `[batch, 1, 1, keys]`, which meets scores `[batch, heads, queries, keys]`
    /// @throws ShapeException if the lengths are not whole numbers in one axis
    public static Tensor paddingMask(Tensor lengths, int keys) {
        if (lengths.rank() != 1 || lengths.type().isFloating()) {
            throw new ShapeException(
                    "a padding mask was to be made of lengths %s %s: give one whole number for each example, [batch]"
                            .formatted(lengths.shape(), lengths.type()));
        }
        return Tensor.arange(keys).less(lengths.reshape(-1, 1, 1, 1));
    }
}
