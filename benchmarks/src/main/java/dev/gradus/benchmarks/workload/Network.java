package dev.gradus.benchmarks.workload;

import java.util.List;

/// A network with its weights and its data: a training step on one batch, or an inference.
///
/// A training step is forward, loss, backward and update, in float32, on data that is already in
/// memory. Step number `i`, counted from 0, takes batch `i % BATCHES`.
///
/// @param dropout the share of units left out where the architecture has dropout
public record Network(
        String name, Architecture architecture, boolean training, int batch, float dropout)
        implements Workload {
    /// How many batches there are; they take turns.
    public static final int BATCHES = 4;

    /// The networks and how each is trained.
    ///
    /// Layouts: dense weights `[in, out]`, convolution weights `[height, width, in, out]`, images
    /// `[batch, height, width, channels]`. A peer that lays them out otherwise turns them round
    /// before the first step.
    public enum Architecture {
        /// 784-128-10, ReLU, softmax cross-entropy, SGD 0.01.
        SMALL_PERCEPTRON("perceptron 784-128-10, ReLU, SGD"),
        /// 784-512-512-10, ReLU then dropout after both hidden layers, softmax cross-entropy, Adam 0.001.
        WIDE_PERCEPTRON("perceptron 784-512-512-10, ReLU, dropout, Adam"),
        /// On 28×28×1: convolution 3×3 to 32, ReLU, convolution 3×3 to 64, ReLU (no padding), max-pool 2,
        /// flatten (rows, columns, channels), dense 128, ReLU, dense 10, softmax cross-entropy, Adam
        /// 0.001.
        CONVOLUTIONAL("conv 32, conv 64, max-pool, dense 128, dense 10, Adam"),
        /// ResNet-20 for 32×32×3 (He et al. 2015, section 4.2): convolution 3×3 to 16, three stages of
        /// three blocks with 16, 32 and 64 channels, stride 2 at the start of the last two, identity
        /// shortcuts with zero channels added behind, batch norm (epsilon 1e-5, running statistics with
        /// momentum 0.1, trained scale and shift), no bias in convolutions, mean over places, dense
        /// 10, SGD 0.01 with momentum 0.9. In a block: conv, norm, ReLU, conv, norm, add, ReLU.
        RESIDUAL("ResNet-20 for 32×32×3, batch norm, SGD with momentum"),
        /// Characters: embedding 96 × 64, LSTM with 256 units over 64 steps (gates in the order input,
        /// forget, candidate, output; one bias), dense 96 at every step, softmax cross-entropy with
        /// the next character, mean over all, Adam 0.001. The state starts at zero.
        RECURRENT("embedding 64, LSTM 256 over 64 steps, dense 96, Adam"),
        /// GPT: token and position embeddings of 128 added; 4 blocks of x + attention(norm(x)) and x +
        /// mlp(norm(x)), 4 heads, causal, one dense 128 → 384 for query, key and value, hidden width
        /// 512, exact GELU; norm, dense 96; softmax cross-entropy, mean over all 64 places, AdamW
        /// 0.001 with decay 0.01 on every weight. Layer-norm epsilon 1e-5.
        TRANSFORMER("GPT, 4 layers, 4 heads, width 128, context 64, AdamW"),
        /// 30-64-32-1, ReLU, binary cross-entropy from logits, Adam 0.001.
        TABLE("perceptron 30-64-32-1, binary cross-entropy, Adam");

        private final String text;

        Architecture(String text) {
            this.text = text;
        }
    }

    /// Numbers with their shape, in row-major order.
    public record Weight(String name, int[] shape, float[] values) {}

    /// What a step is given: `inputs` or, for characters, `tokens`; and the class or the next character
    /// in `targets`, or the probability in `probabilities` for [Architecture#TABLE]. What is not used is
    /// empty.
    public record Batch(float[] inputs, int[] tokens, int[] targets, float[] probabilities) {}

    @Override
    public String describe() {
        return "%s, batch %d%s".formatted(architecture.text, batch, training ? "" : ", inference");
    }

    @Override
    public long operations() {
        return Arithmetic.of(this);
    }

    /// Returns this network with nothing left out, so that any two can be compared number by number.
    public Network withoutDropout() {
        return new Network(name, architecture, training, batch, 0);
    }

    /// Returns after how many steps losses are compared.
    ///
    /// Rounding grows from step to step, fastest through batch norm: the same script of one library ends 20
    /// steps of the residual network 2e-3 apart in float32 and float64, so it is compared sooner. Adam turns
    /// the rounding of tiny gradients into steps of full size: with the kernels that MKL takes on processors of
    /// AMD, libtorch ends 20 steps of the wide perceptron 1.6e-4 from a run in float64, where it ends 1e-6 from
    /// it with `MKL_CBWR=COMPATIBLE`, and Gradus too. After 5 steps, every batch has been learned from and the
    /// first one met again, and all of them agree to 2.3e-5.
    public int stepsToCompare() {
        return switch (architecture) {
            case RESIDUAL -> 3;
            case WIDE_PERCEPTRON -> 5;
            case SMALL_PERCEPTRON, CONVOLUTIONAL, RECURRENT, TRANSFORMER, TABLE -> 20;
        };
    }

    /// Returns the shape of the inputs or tokens of a batch.
    public int[] inputShape() {
        return switch (architecture) {
            case SMALL_PERCEPTRON, WIDE_PERCEPTRON -> new int[] {batch, 784};
            case CONVOLUTIONAL -> new int[] {batch, 28, 28, 1};
            case RESIDUAL -> new int[] {batch, 32, 32, 3};
            case RECURRENT, TRANSFORMER -> new int[] {batch, 64};
            case TABLE -> new int[] {batch, 30};
        };
    }

    /// Returns the weights that training starts from, in the order in which the network uses them.
    public List<Weight> weights() {
        return StartingWeights.of(architecture);
    }

    /// Returns batch number `index`, the same numbers whoever asks.
    public Batch batch(int index) {
        var elements = 1;
        for (var size : inputShape()) {
            elements *= size;
        }
        var seed = 1000L + index;
        return switch (architecture) {
            case RECURRENT, TRANSFORMER ->
                    new Batch(
                            new float[0],
                            Numbers.integers(seed, elements, 96),
                            Numbers.integers(seed + 100, elements, 96),
                            new float[0]);
            case TABLE -> {
                var classes = Numbers.integers(seed + 100, batch, 2);
                var probabilities = new float[batch];
                for (var i = 0; i < batch; i++) {
                    probabilities[i] = classes[i];
                }
                yield new Batch(
                        Numbers.uniform(seed, elements, 1), new int[0], new int[0], probabilities);
            }
            case SMALL_PERCEPTRON, WIDE_PERCEPTRON, CONVOLUTIONAL, RESIDUAL ->
                    new Batch(
                            Numbers.uniform(seed, elements, 1),
                            new int[0],
                            Numbers.integers(seed + 100, batch, 10),
                            new float[0]);
        };
    }
}
