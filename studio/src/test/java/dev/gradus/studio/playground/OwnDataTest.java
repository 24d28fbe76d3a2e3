package dev.gradus.studio.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.data.format.CsvTable.Header;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OwnDataTest {
    static final String HOSTILE = "<script>alert(1)</script>";

    /// Two columns of numbers of very different sizes, three classes, and rows with something missing.
    static OwnData table(int rows) {
        var random = new SplittableRandom(3);
        var text = new StringBuilder("length,width,kind\n");
        for (var i = 0; i < rows; i++) {
            var kind = List.of(HOSTILE, "b", "c").get(i % 3);
            text.append(1000 + i % 3 * 50 + 9 * random.nextGaussian())
                    .append(',')
                    .append(0.001 * random.nextGaussian())
                    .append(',')
                    .append(kind)
                    .append('\n');
        }
        return OwnData.read("<img src=x>", text + "NA,1,b\n1,,b\n", Header.GUESS);
    }

    private static Setup setup(Columns columns) {
        return new Setup(
                columns,
                0,
                0,
                0.3,
                5,
                List.of(Feature.X, Feature.Y),
                List.of(3),
                Bend.TANH,
                Rule.ADAM,
                0.03,
                0,
                Measure.CROSS_ENTROPY,
                Penalty.NONE,
                0);
    }

    @Test
    void columnsAreDescribed() {
        var columns = table(12).columns();
        assertThat(columns.get(0))
                .containsEntry("name", "length")
                .containsEntry("numbers", true)
                .containsEntry("missing", 1)
                .containsEntry("lines", List.of(14));
        assertThat(columns.get(2))
                .containsEntry("numbers", false)
                .containsEntry("strange", "line 2, column 3: '%s' is no number".formatted(HOSTILE))
                .containsEntry("values", List.of(HOSTILE, "b", "c"));
    }

    @Test
    void pointsAreStandardizedByThoseThatAreSeen() {
        var ready = Samples.of(setup(new Columns(0, 1, 2, "b")), Optional.of(table(300)));
        assertThat(ready.setup().points()).isEqualTo(300);
        assertThat(ready.samples().points().stream().mapToInt(PointSet.Point::label).sum())
                .isEqualTo(100);
        var seen = ready.samples().points().subList(90, 300);
        assertThat(seen.stream().mapToDouble(PointSet.Point::x).average().orElseThrow())
                .isCloseTo(0, within(1e-9));
        assertThat(seen.stream().mapToDouble(p -> p.y() * p.y()).average().orElseThrow())
                .isCloseTo(4, within(1e-9));
        var unseen = ready.samples().points().subList(0, 90);
        assertThat(unseen.stream().mapToDouble(PointSet.Point::x).average().orElseThrow())
                .isNotCloseTo(0, within(1e-6));
    }

    @Test
    void whatCannotBeLearntFromIsExplained() {
        refuses(new Columns(2, 1, 2, "b"), "line 2, column 3");
        refuses(new Columns(0, 7, 2, "b"), "there is no column 8");
        refuses(new Columns(0, 1, 2, "d"), "no row is of the class 'd'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OwnData.read("", "1,2\n".repeat(5001), Header.GUESS))
                .withMessageContaining("line 5001: a table may have 5,000 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Columns(1, 1, 2, "b"))
                .withMessageContaining("choose two different");
        var flat = OwnData.read("", "a,b,c\n" + "1,2,y\n3,2,n\n".repeat(10), Header.GUESS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.of(setup(new Columns(0, 1, 2, "y")), Optional.of(flat)))
                .withMessageContaining("x₂ has no spread");
    }

    private static void refuses(Columns columns, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.of(setup(columns), Optional.of(table(30))))
                .withMessageContaining(why);
    }
}
