package dev.gradus.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.benchmarks.workload.Workload;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuelTest {
    private static final Pace PACE = new Pace(3, 2, Duration.ofMillis(10), 1);

    @TempDir Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void bothSidesAreMeasuredInPairs() throws Trouble {
        var result = duel("W1", "well", "well");
        assertThat(result.peerVersion()).isEqualTo("fake 1.0");
        assertThat(result.figures()).containsOnlyKeys("");
        assertThat(result.figures().get("").pairs()).isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("warming up", "pair 1 of 3");
    }

    @Test
    void aSingleImageIsMeasuredByItsLatencies() throws Trouble {
        assertThat(duel("W8:1", "well", "well").figures()).containsOnlyKeys("", " p99");
    }

    @Test
    void whoComputesSomethingElseIsNotMeasured() {
        assertThatThrownBy(() -> duel("W1", "well", "wrong"))
                .isInstanceOf(Trouble.class)
                .hasMessage(
                        "fake computes something else: loss after 20 steps 3.00000, gradus 2.00000");
    }

    @Test
    void theSideThatFailsIsNamed() {
        assertThatThrownBy(() -> duel("W1", "well", "throw"))
                .hasMessage("fake: IllegalStateException: step 1 is too much");
    }

    @Test
    void whatOneSideCannotDoIsNotMeasured() {
        assertThatThrownBy(() -> duel("W4", "well", "well")).hasMessage("fake cannot do it");
    }

    @Test
    void lossesAgreeAsTheyAreAndOtherResultsByTheirSize() {
        assertThat(Duel.agree(2.30001, 2.30009, true)).isTrue();
        assertThat(Duel.agree(2.3, 2.3002, true)).isFalse();
        assertThat(Duel.agree(1000, 1000.05, false)).isTrue();
        assertThat(Duel.agree(0.001, 0.0011, false)).isFalse();
        assertThat(Duel.agree(0, 0, false)).isTrue();
        assertThat(Duel.agree(Double.NaN, Double.NaN, true)).isFalse();
    }

    @Test
    void windowsOfEitherSideMayDisagree() {
        var steady = new double[] {1, 1.01, 1};
        var wild = new double[] {1, 2, 4};
        assertThat(Duel.agree(steady, steady)).isTrue();
        assertThat(Duel.agree(steady, wild)).isFalse();
        assertThat(Duel.agree(wild, steady)).isFalse();
    }

    @Test
    void aComparisonIsTheMediansAndTheRatioOfThePairs() {
        assertThat(Duel.compare(new double[] {1, 2, 4}, new double[] {3, 4, 4}, true))
                .isEqualTo(new Row.Compared(2, 4, 2, 3, true));
    }

    @Test
    void latenciesGiveTheirMedianAndTheirTail() {
        var figures = Duel.latencies(LongStream.rangeClosed(0, 100).map(each -> each * 1_000_000));
        assertThat(figures).containsEntry("", 50.0).containsEntry(" p99", 99.0);
    }

    @Test
    void whatStaysIsNotWarmedUpAgainForAsLong() throws Trouble {
        try (var processes = new Processes()) {
            processes.enter("W1");
            var ours = processes.of(ChildTest.fake("well"), folder.resolve("ours.log"));
            var theirs = ours;
            assertThat(ours.isWarm()).isFalse();
            new Duel(Workload.named("W1"), PACE, progress()).run(ours, theirs);
            assertThat(ours.isWarm()).isTrue();
        }
    }

    private Duel.Result duel(String workload, String ours, String theirs) throws Trouble {
        try (var gradus = new Processes();
                var peer = new Processes()) {
            return new Duel(Workload.named(workload), PACE, progress())
                    .run(
                            gradus.of(ChildTest.fake(ours), folder.resolve("ours.log")),
                            peer.of(ChildTest.fake(theirs), folder.resolve("theirs.log")));
        }
    }

    private Progress progress() {
        return new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), false);
    }
}
