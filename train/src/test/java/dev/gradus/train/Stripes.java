package dev.gradus.train;

import dev.gradus.data.Dataset;
import dev.gradus.data.Parts;
import dev.gradus.data.Split;
import dev.gradus.tensor.Shape;
import java.util.List;
import java.util.SplittableRandom;

/// Small noisy pictures with one bright stripe, whose row tells the class: easy, but not at once.
final class Stripes {
    static final Shape PICTURE = Shape.of(6, 6, 1);
    static final List<String> CLASSES = List.of("top", "middle", "bottom");

    private Stripes() {}

    static Dataset of(int examples, long seed) {
        var random = new SplittableRandom(seed);
        var pixels = new byte[examples * PICTURE.count()];
        var labels = new int[examples];
        for (var i = 0; i < examples; i++) {
            labels[i] = random.nextInt(CLASSES.size());
            for (var k = 0; k < PICTURE.count(); k++) {
                var bright = k / 6 == 2 * labels[i] ? 60 : 0;
                pixels[i * PICTURE.count() + k] = (byte) (random.nextInt(190) + bright);
            }
        }
        return Dataset.of("stripes", pixels, PICTURE, labels, CLASSES);
    }

    static Parts parts() {
        return Split.fractions(0.6, 0.2, 0.2).seed(2).of(of(500, 1));
    }
}
