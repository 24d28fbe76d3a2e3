package dev.gradus.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.benchmarks.compare.Row.About;
import dev.gradus.benchmarks.compare.Row.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final Reasons REASONS =
            Reasons.parse(
                    """
                    # What bounds us

                    ## W5 1 libtorch

                    The state's product is small.

                    It was tried to make it larger.

                    ## M1:* * libtorch
                    Memory bounds it.
                    """);

    @Test
    void targetsStandBesideTheRatios() {
        assertThat(
                        page(
                                Rows.compared("W1", 1, "libtorch", 2.5),
                                Rows.compared("W1", 2, "libtorch", 1.25)))
                .contains("| W1 | 1 | libtorch | 0.250 ms | 0.625 ms | 2.50 | ≥ 2.00 | reached |")
                .contains(
                        "| W1 | 2 | libtorch | 0.250 ms | 0.313 ms | 1.25 | ≥ 1.50 | **missed** |");
    }

    @Test
    void machineVersionsDateAndCommandAreTold() {
        assertThat(page(Rows.compared("W1", 1, "libtorch", 2.5)))
                .contains("./gradus bench --docs")
                .contains("- Machine: a machine\n")
                .contains("- `libtorch`: libtorch 2.10.0 with MKL\n")
                .contains("- Measured: 2026-02-03\n");
    }

    @Test
    void aNewcomerIsToldWhatARatioIsAndWhoThePeersAre() {
        assertThat(page(Rows.compared("W1", 1, "libtorch", 2.5)))
                .contains("2.00 means that the peer takes twice as long")
                .contains("- `libtorch`: what computes inside PyTorch, used as an expert would")
                .doesNotContain("- `dl4j`:");
        assertThat(page(Rows.compared("W1", 1, "libtorch-default", 2.5)))
                .contains("- `libtorch-default`: the same library used as its tutorials do");
    }

    @Test
    void theTargetsAreCounted() {
        assertThat(
                        page(
                                Rows.compared("W1", 1, "libtorch", 2.5),
                                Rows.compared("W1", 1, "libtorch-default", 2.5),
                                Rows.compared("W1", 2, "libtorch", 1.25),
                                Rows.missing("W4", "libtorch", "away")))
                .contains("**1 of 2 targets are reached.**");
    }

    @Test
    void onAProcessorOfAmdItIsToldWhatMklDoesThere() {
        var row = Rows.compared("W1", 1, "libtorch", 2.5);
        assertThat(page(row)).doesNotContain("made by AMD");
        assertThat(page(on("AMD EPYC with AVX-512, 2 cores", row)))
                .contains("- Machine: AMD EPYC with AVX-512, 2 cores\n")
                .contains("This processor is made by AMD. MKL");
        var withoutMkl = Rows.own("M4:launch", Unit.US, 3);
        assertThat(Page.of(List.of(of("dl4j 1.0", on("AMD EPYC", withoutMkl))), REASONS))
                .doesNotContain("made by AMD");
    }

    @Test
    void theShareOfThePeakStandsBesideTheTimeWhereThePeakIsKnown() {
        var row = Rows.compared("M1:256x256x256:NN", 1, "libtorch", 2);
        assertThat(page(row)).contains("| Gradus | peer | ratio |");
        assertThat(page(row, Rows.own("roof:fma", Unit.GFLOPS, 200)))
                .contains("| Gradus | of peak | peer | ratio |")
                .contains(
                        "| M1:256x256x256:NN | 1 | libtorch | 0.250 ms | 67 % | 0.500 ms | 2.00 | ≥ 0.90 |")
                .contains("| roof:fma | 1 |  | 200 GFLOP/s ~ | | ");
    }

    @Test
    void aMissedTargetShowsItsReason() {
        assertThat(page(Rows.compared("W5", 1, "libtorch", 1.1)))
                .contains(
                        """
                        **Missed: W5 at 1 beside libtorch.** The state's product is small.

                        It was tried to make it larger.
                        """);
    }

    @Test
    void rowsWithTheSameReasonShareIt() {
        assertThat(
                        page(
                                Rows.compared("M1:128x128x128:NN", 1, "libtorch", 0.5),
                                Rows.compared("M1:256x256x256:NN", 2, "libtorch", 0.5)))
                .contains(
                        "**Missed: M1:128x128x128:NN at 1 beside libtorch, M1:256x256x256:NN at 2 beside libtorch.**"
                                + " Memory bounds it.");
    }

    @Test
    void aMissedTargetWithoutAReasonSaysSo() {
        assertThat(page(Rows.own("M4:trace-200:node", Unit.US, 0.3)))
                .contains(
                        "**Missed: M4:trace-200:node at 1 beside its limit.** No reason is written down yet.");
    }

    @Test
    void aReachedTargetNeedsNone() {
        assertThat(page(Rows.compared("W5", 1, "libtorch", 1.3)))
                .doesNotContain("The state's product");
    }

    @Test
    void aMissingFigureSaysWhy() {
        assertThat(page(Rows.missing("W4", "dl4j", "a | b")))
                .contains("| W4 | 2 | dl4j | | |  |  | a \\| b |");
    }

    @Test
    void newRowsTakeThePlaceOfOlderOnesAboutTheSame() {
        var kept = Rows.compared("W3", 1, "libtorch", 1);
        var merged =
                Page.merge(
                        List.of(kept, Rows.compared("W1", 1, "libtorch", 1)),
                        List.of(
                                Rows.compared("W1", 1, "libtorch", 2),
                                Rows.compared("W1", 2, "libtorch", 3)));
        assertThat(merged)
                .containsExactly(
                        Rows.compared("W1", 1, "libtorch", 2),
                        Rows.compared("W1", 2, "libtorch", 3),
                        kept);
    }

    @Test
    void rowsOfAnotherMachineAreNotMixedIn() {
        var row = Rows.compared("W3", 1, "libtorch", 1);
        var elsewhere =
                new Row(
                        "W3",
                        1,
                        "dl4j",
                        row.unit(),
                        row.outcome(),
                        new About("another", "", "2026-01-01"));
        assertThat(Page.merge(List.of(elsewhere), List.of(row))).containsExactly(row);
    }

    private static Row on(String machine, Row row) {
        return about(new About(machine, row.about().peerVersion(), row.about().date()), row);
    }

    private static Row of(String version, Row row) {
        return about(new About(row.about().machine(), version, row.about().date()), row);
    }

    private static Row about(About about, Row row) {
        return new Row(row.workload(), row.threads(), row.peer(), row.unit(), row.outcome(), about);
    }

    private static String page(Row... rows) {
        return Page.of(List.of(rows), REASONS);
    }
}
