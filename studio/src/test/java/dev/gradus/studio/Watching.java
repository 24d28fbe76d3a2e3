package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What it costs a run to be watched. `docs/studio.md` quotes the figures that this prints.
class Watching {
    private static final int FRAME = 2;
    private static final int EPOCH = 2 * 4;
    private static final int SHARE = 11 * 4;

    @ParameterizedTest
    @CsvSource({
        "normal, '[6, 4]', boundary, false",
        "fast, '[6, 4]', boundary, false",
        "fast, '[6, 4]', grid, true",
        "fast, '[16, 16, 16, 16]', boundary, false"
    })
    void picturesTakeLessThanATenthOfTheTime(
            String pace, String layers, String picture, boolean gradients) throws Exception {
        try (var studio = Studio.start(0);
                var visitor = new Visitor(studio, true)) {
            visitor.say(Visitor.SPIRAL.replace("[6, 4]", layers), 1, true);
            visitor.say(
                    "{\"do\": \"view\", \"picture\": \"%s\", \"gradients\": %s}"
                            .formatted(picture, gradients));
            visitor.say("{\"do\": \"pace\", \"speed\": \"%s\"}".formatted(pace));
            watch(visitor, 3);
            var begin = visitor.frame(FRAME).getInt(EPOCH);
            var pictures = watch(visitor, 5);
            var last = visitor.frame(FRAME);
            System.out.printf(
                    "%s, %s, %s%s: pictures take %.1f %% of the time, %.0f epochs and %.1f pictures a second%n",
                    pace,
                    layers,
                    picture,
                    gradients ? " and gradients" : "",
                    last.getInt(SHARE) / 10.0,
                    (last.getInt(EPOCH) - begin) / 5.0,
                    pictures / 5.0);
            assertThat(last.getInt(SHARE)).as("of 1,000 parts of the time").isLessThan(100);
        }
    }

    private static int watch(Visitor visitor, int seconds) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        var count = 0;
        for (ByteBuffer frame = visitor.frame(FRAME);
                System.nanoTime() < end;
                frame = visitor.frame(FRAME)) {
            count += frame.limit() > 0 ? 1 : 0;
        }
        return count;
    }
}
