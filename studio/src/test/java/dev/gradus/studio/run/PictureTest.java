package dev.gradus.studio.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.train.record.LayerStatistics;
import dev.gradus.train.record.RunPoint;
import dev.gradus.train.record.RunStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is thinned keeps what matters.
class PictureTest {
    private static LayerStatistics layer(int index, double gradient) {
        return new LayerStatistics("" + index, Math.sqrt(gradient), gradient, 1e-3, 0.1, 1, 0.2, 0);
    }

    @Test
    void aThinnedSeriesKeepsItsPeaksItsEndsAndWhereItWasLost() {
        var series = new Series();
        for (var i = 0; i < 100_000; i++) {
            series.add(i, i == 54_321 ? 99 : i == 60_000 ? -99 : Math.sin(i / 5_000.0));
        }
        series.add(100_000, Double.NaN);
        var kept = series.thin(100);
        assertThat(kept).hasSizeLessThan(501).isSorted().contains(0, 54_321, 60_000, 100_000);
        assertThat(series.firstLost()).isEqualTo(100_000);
        series.rewind(99);
        assertThat(series.size()).isEqualTo(100);
        assertThat(series.thin(100)).hasSize(100);
    }

    @Test
    void aThousandLayersAreFoldedAndThatIsSaid() {
        var looks = new ArrayList<RunStatistics>();
        for (var step = 0; step < 500; step++) {
            looks.add(
                    new RunStatistics(
                            step,
                            step,
                            IntStream.range(0, 1_000)
                                    .mapToObj(it -> layer(it, it == 999 ? Double.NaN : 1e-4))
                                    .toList()));
        }
        var json = new LayerMap(looks).json(false);
        assertThat(json).containsEntry("layers", 1_000).containsEntry("fold", 11);
        assertThat((List<?>) json.get("rows")).hasSize(91);
        assertThat(((List<?>) json.get("rows")).getFirst()).isEqualTo("0–10");
        assertThat(json).containsEntry("thinned", true).containsEntry("looks", 500);
        var columns = (List<?>) json.get("gradients");
        assertThat(columns).hasSize(240);
        var column = (List<?>) columns.getFirst();
        assertThat(column.getFirst()).isEqualTo(1e-4);
        // one number that is none is not averaged away
        assertThat(column.getLast()).isEqualTo("NaN");
    }

    @Test
    void aTrackIsBoundedAndFollowsARewind() {
        var track = new Track();
        for (var step = 1; step <= 1_000; step++) {
            track.measured(List.of(new RunPoint(step, 1, step / 10.0, 1, Map.of("loss", 1.0))));
            track.looked(
                    List.of(
                            new RunStatistics(
                                    step,
                                    1,
                                    IntStream.range(0, 1_000)
                                            .mapToObj(it -> layer(it, 1))
                                            .toList())));
        }
        assertThat(track.looks()).hasSizeLessThanOrEqualTo(400);
        assertThat(track.isThinned()).isTrue();
        assertThat(track.stepsPerSecond()).isEqualTo(10);
        track.rewound(500);
        assertThat(track.step()).isEqualTo(500);
        assertThat(track.look(Long.MAX_VALUE).orElseThrow().step()).isLessThanOrEqualTo(500);
        for (var i = 0; i < 100; i++) {
            track.measured(List.of(new RunPoint(501, 1, 51, 1, Map.of("figure " + i, 1.0))));
        }
        assertThat(track.figures()).hasSize(32);
    }

    @Test
    void numbersHaveTheDigitsThatMatter() {
        assertThat(Plain.number(0.123456789)).isEqualTo(0.123457);
        assertThat(Plain.number(1.23456789e-9)).isEqualTo(1.23457e-9);
        assertThat(Plain.number(123456789.5)).isEqualTo(123457000.0);
        assertThat(Plain.number(-0.0)).isEqualTo(-0.0);
        assertThat(Plain.number(Double.NaN)).isEqualTo("NaN");
        assertThat(Plain.number(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
        assertThat(Plain.number(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
    }
}
