package dev.gradus.jvm.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvenRunsTest {

    @Test
    void theWindowsOfEachRowAreARun() {
        var runs = shape(6, 8, 2, 2, 0).runsOfOutputs();
        assertThat(runs.count()).isEqualTo(3);
        for (int row = 0; row < 3; row++) {
            assertThat(runs.first(row)).isEqualTo(4 * row);
            assertThat(runs.length(row)).isEqualTo(4);
            assertThat(runs.step(row)).isEqualTo(2);
        }
    }

    @Test
    void windowsOnTheEdgeStandApartFromThoseBetween() {
        var runs = shape(5, 7, 3, 1, 1).runsOfOutputs();
        assertThat(lengths(runs)).filteredOn(length -> length > 2).containsExactly(5, 5, 5, 5, 5);
    }

    @Test
    void everyListIsTheFirstOfItsRunMovedOn() {
        for (int window = 1; window <= 4; window++) {
            for (int stride = 1; stride <= 4; stride++) {
                for (int padding = 0; padding <= 4; padding++) {
                    var shape = shape(6, 5, window, stride, padding);
                    check(shape.inputsOfOutputs(), shape.runsOfOutputs());
                    check(shape.outputsOfInputs(), shape.runsOfInputs());
                }
            }
        }
    }

    @Test
    void noListsMakeNoRuns() {
        assertThat(new EvenRuns(new PlaceLists(0)).count()).isZero();
    }

    private static void check(PlaceLists lists, EvenRuns runs) {
        int list = 0;
        for (int run = 0; run < runs.count(); run++) {
            assertThat(runs.first(run)).isEqualTo(list);
            for (int k = 0; k < runs.length(run); k++) {
                int move = k * runs.step(run);
                assertThat(places(lists, list++))
                        .isEqualTo(
                                places(lists, runs.first(run)).stream()
                                        .map(place -> place + move)
                                        .toList());
            }
        }
        assertThat(list).isEqualTo(lists.count());
    }

    private static List<Integer> places(PlaceLists lists, int list) {
        var places = new ArrayList<Integer>();
        for (int q = lists.begin(list); q < lists.begin(list + 1); q++) {
            places.add(lists.places()[q]);
        }
        return places;
    }

    private static List<Integer> lengths(EvenRuns runs) {
        var lengths = new ArrayList<Integer>();
        for (int run = 0; run < runs.count(); run++) {
            lengths.add(runs.length(run));
        }
        return lengths;
    }

    private static WindowShape shape(int height, int width, int window, int stride, int padding) {
        return new WindowShape(
                1,
                new int[] {height, width},
                1,
                new int[] {window, window},
                new int[] {stride, stride},
                new int[] {padding, padding},
                new int[] {padding, padding});
    }
}
