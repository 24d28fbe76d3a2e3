package dev.gradus.cli.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.cli.terminal.Terminal;
import dev.gradus.train.BatchProgress;
import dev.gradus.train.EpochResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingLinesTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Terminal file =
            Terminal.of(
                    Map.of(),
                    false,
                    new PrintStream(written, true, StandardCharsets.UTF_8),
                    new PrintStream(written, true, StandardCharsets.UTF_8),
                    80);

    @Test
    void theBarShowsLossAccuracyPaceAndTimeLeftInLessThanALine() {
        var halfway = new BatchProgress(3, 16, 70, 141, 0.41234, 0.8567, 24_181.4, 75.2, 1e-3);
        assertThat(TrainingLines.bar(file, halfway))
                .isEqualTo(
                        " 3/16  ██░░░░░░░░░░░░  loss 0.412  accuracy 85.7 %  24,181/s  1 min 15 s left")
                .hasSizeLessThan(80);
    }

    @Test
    void anEpochIsOneLine() {
        assertThat(TrainingLines.epoch(result(4, true), 16))
                .isEqualTo(
                        " 4/16  loss 0.500  accuracy 80.0 %   unseen: loss 0.400  accuracy 84.0 %  1.5 s  best");
        assertThat(TrainingLines.epoch(result(4, false), 4)).startsWith("4/4 ").endsWith("1.5 s");
    }

    @Test
    void aFileGetsOneLineForEachEpochAndNothingElse() {
        var lines = new TrainingLines(file, 2);
        for (var epoch = 1; epoch <= 2; epoch++) {
            lines.batchDone(new BatchProgress(epoch, 2, 1, 2, 1, 0.5, 100, 1, 1e-3));
            lines.epochDone(result(epoch, true));
        }
        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allMatch(it -> it.contains("unseen"));
    }

    private static EpochResult result(int epoch, boolean best) {
        return new EpochResult(epoch, 10, 0.5, 0.8, 0.4, Map.of("accuracy", 0.84), 1.2, 1.5, best);
    }
}
