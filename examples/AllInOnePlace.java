import static dev.gradus.Gradus.*;

import module dev.gradus;

/// Everything there is to say about training, in one place.
void main() {
    var parts = Split.fractions(0.7, 0.15, 0.15).of(Spirals.of(3, 300).dataset());
    var run =
            Trainer.of(
                            Sequential.of(
                                    dense(64, GELU),
                                    layerNorm(),
                                    dropout(0.05),
                                    dense(64, GELU),
                                    dense(3)))
                    .loss(crossEntropy().labelSmoothing(0.02))
                    .optimizer(adamW(0.01).weightDecay(0.01).clipNorm(1))
                    .schedule(warmup(20).then(cosine()))
                    .regularizer(l1(1e-6))
                    .metrics(accuracy(), macroF1(), rocAuc())
                    .stop(early().patience(30))
                    .epochs(80)
                    .batch(64)
                    .seed(7)
                    .fit(parts.train(), parts.validation());
    IO.println(run);
    IO.println(run.model().evaluate(parts.test()));
}
