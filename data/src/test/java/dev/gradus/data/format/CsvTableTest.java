package dev.gradus.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradus.data.format.CsvTable.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {
    private static CsvTable read(String text) throws FormatException {
        return CsvTable.read(text, Header.GUESS, 5);
    }

    @Test
    void namesCellsAndLinesAreFound() throws Exception {
        var table =
                read("\uFEFFlength,\"wi\"\"dth\",kind\r\n\r\n1.5,2,\"a,\nb\"\r\n3,-4e2, c \r\n");
        assertThat(table.hasHeader()).isTrue();
        assertThat(table.names()).containsExactly("length", "wi\"dth", "kind");
        assertThat(table.rows())
                .containsExactly(
                        new CsvTable.Row(3, java.util.List.of("1.5", "2", "a,\nb")),
                        new CsvTable.Row(5, java.util.List.of("3", "-4e2", " c ")));
    }

    @Test
    void columnsWithoutNamesAreCounted() throws Exception {
        assertThat(read("1,2,a\n3,4,b").names())
                .containsExactly("column 1", "column 2", "column 3");
        assertThat(CsvTable.read("a,b\nc,d\n", Header.PRESENT, 5).names())
                .containsExactly("a", "b");
        assertThat(CsvTable.read("a,b\n1,2\n", Header.ABSENT, 5).rows()).hasSize(2);
        assertThat(read("a,a,\n1,2,3").names()).containsExactly("a", "a (column 2)", "column 3");
    }

    @Test
    void semicolonsLeaveTheCommaToNumbers() throws Exception {
        var table = read("a;b\n1,5;2\n");
        assertThat(table.separator()).isEqualTo(';');
        assertThat(table.number(table.rows().getFirst().cells().getFirst())).isEqualTo(1.5);
        assertThat(read("a\tb\n1\t2").separator()).isEqualTo('\t');
    }

    @ParameterizedTest
    @CsvSource({"1,1", "-2.5,-2.5", "+.5,0.5", "1e3,1000", "3.,3", "' 7 ',7"})
    void numbersAreRead(String cell, double value) throws Exception {
        assertThat(read("1,2").number(cell)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "''", "1 2", "0x1p3", "Infinity", "1e999", "1d", "abc", "--1"})
    void whatIsNoNumberIsNone(String cell) throws Exception {
        assertThat(read("1,2").number(cell)).isNaN();
    }

    @Test
    void complaintsNameLineAndColumn() {
        refuses("a,b\n1,2\n3\n", "line 3, column 2");
        refuses("a,b\n1,2,3\n", "line 2, column 3");
        refuses("a,b\n1,\"2\n3,4\n", "line 2, column 2: a quote is opened");
        refuses("a,b\n1,\"2\"x\n", "line 2, column 2: 'x' stands behind");
        refuses("a,b\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n", "line 7: a table may have 5 rows");
        refuses("1\n1\n1\n1\n1\n1\n", "line 6: a table may have 5 rows");
        refuses(" \n\n", "the table is empty");
        refuses(",".repeat(1000), "line 1: a table may have 1,000 columns");
    }

    private static void refuses(String text, String why) {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining(why);
    }

    @Test
    @Timeout(5)
    void aLongCellThatIsNoNumberIsToldAtOnce() throws Exception {
        assertThat(read("1,2").number("1".repeat(1_000_000) + "x")).isNaN();
        assertThat(read("1,2").number("1".repeat(1_000_000))).isNaN();
    }
}
