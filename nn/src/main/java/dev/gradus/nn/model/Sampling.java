package dev.gradus.nn.model;

import java.util.Arrays;

/// How a language model chooses the next token among those it finds likely.
///
/// First the logits are divided by the temperature: below 1 what is likely becomes likelier still, above
/// 1 everything becomes more alike. Of the shares that softmax makes of them only the `topK` largest stay
/// (Fan, Lewis and Dauphin 2018), and of these only the largest that together reach `topP` (Holtzman and
/// others 2019). One of them is drawn.
///
/// @param temperature 0 for always the likeliest
/// @param topK how many tokens may be chosen
/// @param topP what share of the whole they may have together, above 0 and at most 1
/// @param seed what the draws follow from
public record Sampling(double temperature, int topK, double topP, long seed) {
    /// Draws by the shares as the model states them.
    public static final Sampling USUAL = new Sampling(1, Integer.MAX_VALUE, 1, 0);

    /// Checks the numbers.
    public Sampling {
        if (!(temperature >= 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "sampling was given the temperature %s: give 0 for always the likeliest token, or a number above it such as 0.8"
                            .formatted(temperature));
        }
        if (topK < 1) {
            throw new IllegalArgumentException(
                    "sampling was given topK = %d: give 1 or more".formatted(topK));
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException(
                    "sampling was given topP = %s: it is a share of the whole, above 0 and at most 1"
                            .formatted(topP));
        }
    }

    /// Returns this choice with another temperature.
    public Sampling temperature(double degree) {
        return new Sampling(degree, topK, topP, seed);
    }

    /// Returns this choice among the `count` likeliest tokens only.
    public Sampling topK(int count) {
        return new Sampling(temperature, count, topP, seed);
    }

    /// Returns this choice among the likeliest tokens that together reach the share `share` only.
    public Sampling topP(double share) {
        return new Sampling(temperature, topK, share, seed);
    }

    /// Returns this choice with draws that follow from another seed.
    public Sampling seed(long value) {
        return new Sampling(temperature, topK, topP, value);
    }

    /// Returns the token that is chosen.
    ///
    /// @param logits one for each token
    /// @param draw a number of at least 0 and below 1
    /// @throws IllegalArgumentException if there are no logits, or one is not a number
    public int choose(float[] logits, double draw) {
        check(logits);
        var order = byFallingLogits(logits);
        if (temperature == 0 || topK == 1) {
            return order[0];
        }
        var shares = new double[Math.min(topK, order.length)];
        var all = 0.0;
        for (var i = 0; i < shares.length; i++) {
            shares[i] =
                    StrictMath.exp(((double) logits[order[i]] - logits[order[0]]) / temperature);
            all += shares[i];
        }
        var kept = 0;
        var sum = 0.0;
        while (kept < shares.length && (kept == 0 || sum < topP * all)) {
            sum += shares[kept++];
        }
        var point = draw * sum;
        for (var i = 0; i < kept - 1; i++) {
            point -= shares[i];
            if (point < 0) {
                return order[i];
            }
        }
        return order[kept - 1];
    }

    private static void check(float[] logits) {
        if (logits.length == 0) {
            throw new IllegalArgumentException(
                    "a token was to be chosen by no logits: give one for each token");
        }
        for (var token = 0; token < logits.length; token++) {
            if (Float.isNaN(logits[token])) {
                throw new IllegalArgumentException(
                        "the logit of token %d is not a number: has the model been trained with too large a learning rate?"
                                .formatted(token));
            }
        }
    }

    /// Returns the tokens, the likeliest first; of equals the one with the smaller number, so that a text
    /// can be repeated.
    private static int[] byFallingLogits(float[] logits) {
        var keys = new long[logits.length];
        for (var token = 0; token < keys.length; token++) {
            // 0 is added to make -0 and 0 equals
            var bits = Float.floatToIntBits(logits[token] + 0f);
            // bits of floats order like whole numbers if those of negative ones are turned round
            var rising = bits ^ (bits >> 31 & Integer.MAX_VALUE);
            keys[token] = (long) ~rising << 32 | token;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    @Override
    public String toString() {
        return "sampling()"
                + (temperature == 1 ? "" : ".temperature(" + temperature + ")")
                + (topK == Integer.MAX_VALUE ? "" : ".topK(" + topK + ")")
                + (topP == 1 ? "" : ".topP(" + topP + ")")
                + (seed == 0 ? "" : ".seed(" + seed + ")");
    }
}
