package dev.gradus.jvm.matmul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gradus.jvm.Lanes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatMulTest {

    /// A product in which everything differs that may differ: sizes, transpositions, offsets, gaps.
    record Product(int rows, int columns, int depth, boolean aTurned, boolean bTurned) {

        float[] a() {
            return numbers(1, 3 + rows * (depth + 2) + depth * (rows + 2));
        }

        float[] b() {
            return numbers(2, 5 + depth * (columns + 1) + columns * (depth + 1));
        }

        float[] c() {
            return numbers(3, 7 + rows * (columns + 4));
        }

        int aRow() {
            return aTurned ? 1 : depth + 2;
        }

        int aColumn() {
            return aTurned ? rows + 2 : 1;
        }

        int bRow() {
            return bTurned ? 1 : columns + 1;
        }

        int bColumn() {
            return bTurned ? depth + 1 : 1;
        }

        int cRow() {
            return columns + 4;
        }

        float[] expected(boolean accumulate) {
            float[] a = a();
            float[] b = b();
            float[] c = c();
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    float sum = accumulate ? c[7 + i * cRow() + j] : 0f;
                    for (int k = 0; k < depth; k++) {
                        float left = a[3 + i * aRow() + k * aColumn()];
                        sum = Math.fma(left, b[5 + k * bRow() + j * bColumn()], sum);
                    }
                    c[7 + i * cRow() + j] = sum;
                }
            }
            return c;
        }

        void run(float[] c, int rowFrom, int rowTo, int from, int to, boolean add, RowsDone done) {
            MatMul.multiply(
                    a(),
                    3 + rowFrom * aRow(),
                    aRow(),
                    aColumn(),
                    b(),
                    5 + from * bColumn(),
                    bRow(),
                    bColumn(),
                    c,
                    7 + rowFrom * cRow() + from,
                    cRow(),
                    rowTo - rowFrom,
                    to - from,
                    depth,
                    add,
                    done,
                    0);
        }

        float[] whole(boolean accumulate) {
            float[] c = c();
            run(c, 0, rows, 0, columns, accumulate, RowsDone.NOTHING);
            return c;
        }
    }

    static Stream<Product> products() {
        int[][] sizes = {
            {1, 1, 1},
            {3, 5, 1},
            {1, 64, 13},
            {1, 30, 20},
            {1, 300, 41},
            {29, 1, 23},
            {200, 1, 40},
            {16, 24, 700},
            {32, 64, 900},
            {5, 3, 31},
            {13, 10, 97},
            {6, 16, 5},
            {7, 17, 3},
            {12, 32, 64},
            {31, 33, 130},
            {64, 64, 64},
            {97, 48, 31},
            {130, 97, 129},
            {5, 65, 257},
            {150, 300, 20},
            {140, 70, 140},
            {2, 128, 200},
            {25, 192, 161},
            {40, 128, 330},
            {31, 83, 321},
            {530, 520, 3},
            {521, 66, 170},
            {0, 5, 3},
            {5, 0, 3},
            {5, 3, 0},
            {3, 80, 0}
        };
        return Arrays.stream(sizes)
                .flatMap(s ->
                        Stream.of(0, 1, 2, 3)
                                .map(t ->
                                        new Product(s[0], s[1], s[2], (t & 1) != 0, (t & 2) != 0)));
    }

    @ParameterizedTest
    @MethodSource("products")
    void eachElementIsOneChainOfFusedMultiplyAddsInOrder(Product product) {
        assertThat(bits(product.whole(false))).isEqualTo(bits(product.expected(false)));
    }

    @ParameterizedTest
    @MethodSource("products")
    void accumulatingContinuesTheChainFromWhatIsThere(Product product) {
        assertThat(bits(product.whole(true))).isEqualTo(bits(product.expected(true)));
    }

    @ParameterizedTest
    @MethodSource("products")
    void cuttingByRowsOrColumnsChangesNoBit(Product product) {
        int rows = product.rows();
        int columns = product.columns();
        float[] cut = product.c();
        int row = rows / 3;
        int column = columns * 2 / 3;
        product.run(cut, 0, row, 0, columns, false, RowsDone.NOTHING);
        product.run(cut, row, rows, 0, column, false, RowsDone.NOTHING);
        product.run(cut, row, rows, column, columns, false, RowsDone.NOTHING);
        assertThat(bits(cut)).isEqualTo(bits(product.whole(false)));
    }

    @ParameterizedTest
    @MethodSource("products")
    void float64RowsAreTheSameChains(Product product) {
        double[] a = widen(product.a());
        double[] b = widen(product.b());
        double[] c = widen(product.c());
        double[] expected = c.clone();
        for (int i = 0; i < product.rows(); i++) {
            for (int j = 0; j < product.columns(); j++) {
                double sum = 0;
                for (int k = 0; k < product.depth(); k++) {
                    double left = a[3 + i * product.aRow() + k * product.aColumn()];
                    double right = b[5 + k * product.bRow() + j * product.bColumn()];
                    sum = Math.fma(left, right, sum);
                }
                expected[7 + i * product.cRow() + j] = sum;
            }
        }
        MatMul.multiply(
                a,
                3,
                product.aRow(),
                product.aColumn(),
                b,
                5,
                product.bRow(),
                product.bColumn(),
                c,
                7,
                product.cRow(),
                product.rows(),
                product.columns(),
                product.depth(),
                false);
        assertThat(c).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("products")
    void integerProductsWrapAroundLikeJavaIntegers(Product product) {
        int[] a = integers(product.a());
        int[] b = integers(product.b());
        int[] c = integers(product.c());
        long[] longA = Arrays.stream(a).asLongStream().toArray();
        long[] longB = Arrays.stream(b).asLongStream().toArray();
        long[] longC = Arrays.stream(c).asLongStream().toArray();
        int[] expected = c.clone();
        long[] longExpected = longC.clone();
        for (int i = 0; i < product.rows(); i++) {
            for (int j = 0; j < product.columns(); j++) {
                int place = 7 + i * product.cRow() + j;
                for (int k = 0; k < product.depth(); k++) {
                    int left = a[3 + i * product.aRow() + k * product.aColumn()];
                    int right = b[5 + k * product.bRow() + j * product.bColumn()];
                    expected[place] += left * right;
                    longExpected[place] += (long) left * right;
                }
            }
        }
        MatMul.multiply(
                a,
                3,
                product.aRow(),
                product.aColumn(),
                b,
                5,
                product.bRow(),
                product.bColumn(),
                c,
                7,
                product.cRow(),
                product.rows(),
                product.columns(),
                product.depth(),
                true);
        MatMul.multiply(
                longA,
                3,
                product.aRow(),
                product.aColumn(),
                longB,
                5,
                product.bRow(),
                product.bColumn(),
                longC,
                7,
                product.cRow(),
                product.rows(),
                product.columns(),
                product.depth(),
                true);
        assertThat(c).isEqualTo(expected);
        assertThat(longC).isEqualTo(longExpected);
    }

    @Test
    void handsOverEachRowOnceAndOnlyWhenItIsFinal() {
        var product = new Product(500, 700, 9, false, false);
        float[] expected = product.expected(false);
        float[] c = product.c();
        List<Integer> seen = new ArrayList<>();
        product.run(
                c,
                0,
                500,
                0,
                700,
                false,
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        seen.add(i);
                        int start = 7 + i * product.cRow();
                        assertThat(Arrays.copyOfRange(c, start, start + 700))
                                .isEqualTo(Arrays.copyOfRange(expected, start, start + 700));
                    }
                });
        assertThat(seen).hasSize(500).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aMatrixTooLargeToPackAtOnceGivesTheSameBits() {
        var product = new Product(3, 130, 20_000, false, true);
        assertThat(bits(product.whole(false))).isEqualTo(bits(product.expected(false)));
    }

    @Test
    void infinityAndNotANumberReachExactlyTheElementsTheyConcern() {
        float[] a = {1, Float.NaN, 0, 2, Float.POSITIVE_INFINITY, 0, 3, 1, 0};
        float[] b = {1, 2, 1, 0, 0, Float.NEGATIVE_INFINITY};
        float[] c = new float[6];
        MatMul.multiply(a, 0, 3, 1, b, 0, 2, 1, c, 0, 2, 3, 2, 2, false);
        assertThat(c)
                .containsExactly(Float.NaN, Float.NaN, Float.POSITIVE_INFINITY, Float.NaN, 4f, 6f);
    }

    @Test
    void scalarAndVectorPanelsAgreeInTheSameProcess() {
        assumeThat(Lanes.vectors()).isTrue();
        float[] a = numbers(4, 40 * 300);
        float[] b = numbers(5, 300 * 90);
        int[] starts = new int[40];
        Arrays.setAll(starts, i -> i * 7 % 40 * 250);
        var results = new ArrayList<float[]>();
        for (FloatPanels panels : List.of(new VectorFloatPanels(), new ScalarFloatPanels())) {
            panels.pack(b, 0, 90, 1, 300, 90);
            float[] c = new float[40 * 90];
            panels.multiply(a, starts, 0, 25, 4, 10, 250, c, 0, 90, false);
            panels.multiply(a, starts, 25, 40, 4, 10, 250, c, 0, 90, false);
            results.add(c);
        }
        assertThat(results.getFirst()).isEqualTo(results.getLast());
    }

    @Test
    void turnedRowsMayLieAnywhereAndBeReadInAnySteps() {
        assumeThat(Lanes.vectors()).isTrue();
        float[] a = numbers(6, 4000);
        float[] b = numbers(7, 200 * 70);
        int[] starts = new int[60];
        // neighbours, neighbours that end in the middle of a vector, and rows that overlap
        Arrays.setAll(starts, i -> i < 40 ? i : i < 50 ? 3 * i : 200 - i);
        int[] steps = new int[180];
        Arrays.setAll(steps, k -> k * 17 % 101 * 30);
        var results = new ArrayList<float[]>();
        for (FloatPanels panels : List.of(new VectorFloatPanels(), new ScalarFloatPanels())) {
            panels.pack(b, 0, 70, 1, 200, 70);
            float[] c = new float[60 * 75];
            panels.reader().multiplyTurned(a, starts, 0, 60, steps, 11, 10, 190, c, 2, 75, true);
            results.add(c);
        }
        assertThat(bits(results.getFirst())).isEqualTo(bits(results.getLast()));
    }

    @Test
    void aBorrowedMatrixGivesTheBitsOfAPackedOne() {
        assumeThat(Lanes.vectors()).isTrue();
        float[] a = numbers(8, 64 * 400);
        float[] b = numbers(9, 400 * 3 * 140);
        int[] starts = new int[64];
        Arrays.setAll(starts, i -> i * 400);
        int[][] strides = {{140, 1}, {1, 400}, {420, 3}, {128, 1}};
        for (int[] stride : strides) {
            for (int columns : new int[] {16, 32, 64, 128, 70, 140}) {
                for (int rows : new int[] {1, 2, 5, 8, 24, 25, 64}) {
                    float[] packed = new float[64 * 140];
                    float[] borrowed = packed.clone();
                    FloatPanels panels = new VectorFloatPanels();
                    panels.pack(b, 5, stride[0], stride[1], 390, columns);
                    panels.multiply(a, starts, 0, rows, 3, 7, 380, packed, 0, 140, false);
                    panels.borrow(b, 5, stride[0], stride[1], 390, columns);
                    panels.multiply(a, starts, 0, rows, 3, 7, 380, borrowed, 0, 140, false);
                    assertThat(bits(borrowed)).isEqualTo(bits(packed));
                }
            }
        }
    }

    private static float[] numbers(long seed, int count) {
        var random = new Random(seed);
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private static double[] widen(float[] numbers) {
        var wide = new double[numbers.length];
        Arrays.setAll(wide, i -> numbers[i] + 1e-9);
        return wide;
    }

    private static int[] integers(float[] numbers) {
        var integers = new int[numbers.length];
        Arrays.setAll(integers, i -> (int) (numbers[i] * 1e5f));
        return integers;
    }

    private static int[] bits(float[] numbers) {
        var bits = new int[numbers.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(numbers[i]));
        return bits;
    }
}
