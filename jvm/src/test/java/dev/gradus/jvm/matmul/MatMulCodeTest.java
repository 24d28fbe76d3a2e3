package dev.gradus.jvm.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.backend.Body;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Kernel;
import dev.gradus.tensor.backend.Operand;
import dev.gradus.tensor.backend.View;
import dev.gradus.tensor.op.Unary;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Runs products large enough to be shared out between threads, each in the way its shape suggests.
class MatMulCodeTest {

    @ParameterizedTest
    @CsvSource({
        // batch, rows, depth, columns, left turned, right turned
        "1, 20, 300, 400, false, false",
        "1, 130, 90, 257, true, true",
        "1, 300, 70, 129, true, false",
        "1, 7, 30, 11, false, true",
        "3, 100, 60, 120, false, false",
        "9, 50, 70, 60, true, true"
    })
    void eachElementIsTheSameChainHoweverAProductIsSharedOut(
            int batch, int rows, int depth, int columns, boolean aTurned, boolean bTurned) {
        float[] a = numbers(1, batch * rows * depth);
        float[] b = numbers(2, batch * depth * columns);
        float[] c = new float[batch * rows * columns];
        var result = new Operand(2, DType.FLOAT32, View.of(Shape.of(batch, rows, columns)));
        var kernel =
                new Kernel.MatMulKernel(
                        Shape.of(batch),
                        rows,
                        columns,
                        depth,
                        new Operand(0, DType.FLOAT32, view(batch, rows, depth, aTurned)),
                        new Operand(1, DType.FLOAT32, view(batch, depth, columns, bTurned)),
                        result,
                        Optional.of(negation(result)));

        new MatMulCode(kernel).run(buffers(a, b, c));

        for (int i = 0; i < c.length; i++) {
            int matrix = i / (rows * columns);
            int row = i / columns % rows;
            int column = i % columns;
            float sum = 0f;
            for (int k = 0; k < depth; k++) {
                int left = matrix * rows * depth + (aTurned ? k * rows + row : row * depth + k);
                int right =
                        matrix * depth * columns
                                + (bTurned ? column * depth + k : k * columns + column);
                sum = Math.fma(a[left], b[right], sum);
            }
            assertThat(c[i]).as("element %d", i).isEqualTo(-sum);
        }
    }

    @ParameterizedTest
    @CsvSource({"20, 300, 400", "300, 70, 129", "1, 5, 6"})
    void theResultMayBePartOfAWiderMatrix(int rows, int depth, int columns) {
        float[] a = numbers(1, rows * depth);
        float[] b = numbers(2, depth * columns);
        float[] c = new float[rows * (columns + 9)];
        View part =
                View.of(Shape.of(rows, columns + 9))
                        .slice(Ints.of(0, 4), Ints.of(rows, columns + 4), Ints.of(1, 1));
        var kernel =
                new Kernel.MatMulKernel(
                        Shape.of(),
                        rows,
                        columns,
                        depth,
                        new Operand(0, DType.FLOAT32, View.of(Shape.of(rows, depth))),
                        new Operand(1, DType.FLOAT32, View.of(Shape.of(depth, columns))),
                        new Operand(2, DType.FLOAT32, part),
                        Optional.empty());

        new MatMulCode(kernel).run(buffers(a, b, c));

        for (int i = 0; i < c.length; i++) {
            int row = i / (columns + 9);
            int column = i % (columns + 9) - 4;
            float sum = 0f;
            for (int k = 0; k < depth && column >= 0 && column < columns; k++) {
                sum = Math.fma(a[row * depth + k], b[k * columns + column], sum);
            }
            assertThat(c[i]).as("place %d", i).isEqualTo(sum);
        }
    }

    private static View view(int batch, int rows, int columns, boolean turned) {
        return turned
                ? View.of(Shape.of(batch, columns, rows)).permute(Ints.of(0, 2, 1))
                : View.of(Shape.of(batch, rows, columns));
    }

    private static Kernel.MapKernel negation(Operand result) {
        var step = new Body.Step(Unary.NEGATE, DType.FLOAT32, Ints.of(0));
        var body = new Body(1, List.of(step), Ints.of(1));
        return new Kernel.MapKernel(result.view().shape(), List.of(result), body, List.of(result));
    }

    private static Buffer[] buffers(float[] a, float[] b, float[] c) {
        return new Buffer[] {new Buffer.Floats(a), new Buffer.Floats(b), new Buffer.Floats(c)};
    }

    private static float[] numbers(long seed, int count) {
        var random = new Random(seed);
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
