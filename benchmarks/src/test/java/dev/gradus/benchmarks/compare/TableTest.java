package dev.gradus.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.benchmarks.compare.Row.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table = new Table(List.of("W1", "a long name of one"));

    @Test
    void columnsStandUnderTheirHeads() {
        assertThat(table.header())
                .isEqualTo(
                        "workload           threads  peer                  Gradus          peer   ratio   pairs");
        assertThat(table.line(Rows.compared("W1", 1, "libtorch", 2)))
                .isEqualTo(
                        "W1                       1  libtorch            0.250 ms      0.500 ms    2.00     15");
    }

    @Test
    void aFigureOfGradusAloneIsMarkedWhereTheMachineWasBusy() {
        assertThat(table.line(Rows.own("M4:launch", Unit.US, 3)))
                .isEqualTo(
                        "M4:launch                1                       3.00 µs                            7~");
    }

    @Test
    void aMissingFigureSaysWhy() {
        assertThat(table.line(Rows.missing("W4", "dl4j", "dl4j: cannot do it")))
                .startsWith("W4 ")
                .endsWith("dl4j: cannot do it");
    }

    @Test
    void threeDigitsCount() {
        assertThat(Table.figure(0.012345, Unit.MS)).isEqualTo("0.0123 ms");
        assertThat(Table.figure(1.2345, Unit.US)).isEqualTo("1.23 µs");
        assertThat(Table.figure(123.45, Unit.MS)).isEqualTo("123 ms");
        assertThat(Table.figure(12345.6, Unit.MB)).isEqualTo("12,346 MB");
        assertThat(Table.figure(0, Unit.BYTES)).isEqualTo("0 bytes");
    }
}
