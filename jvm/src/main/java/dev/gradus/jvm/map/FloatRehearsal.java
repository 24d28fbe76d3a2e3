package dev.gradus.jvm.map;

import dev.gradus.jvm.Species;
import java.util.Arrays;

/// Runs the vector loops on small arrays of their own, for [dev.gradus.jvm.Promotion].
final class FloatRehearsal {
    private static final int SIZE = Tiles.SIZE;
    private static final float[] A = new float[SIZE];
    private static final float[] B = new float[SIZE];
    private static final float[] LARGE = new float[SIZE];
    private static final float[] OUT = new float[SIZE];
    private static final byte[] CONDITION = new byte[SIZE];
    private static final byte[] TRUTH = new byte[SIZE];

    static {
        for (var i = 0; i < SIZE; i++) {
            A[i] = i % 29 / 16f;
            B[i] = i % 31 / 16f;
            CONDITION[i] = (byte) (i % 3 == 0 ? 1 : 0);
        }
        Arrays.fill(LARGE, 2 * FloatMath.SIN_HIGH);
    }

    private static int calls;

    private FloatRehearsal() {}

    /// Runs the loop over as many elements as fill `vectors` vectors, at least 16 of them, and
    /// returns how many those were.
    static int run(FloatTwin loop, int vectors) {
        var n = Math.clamp((long) vectors * Species.FLOAT.length(), 16, SIZE);
        // a run too short for a vector is a branch, too, but a rare one
        calls = (calls + 1) % 8;
        if (calls == 0) {
            once(loop, 0);
        }
        once(loop, n);
        return n;
    }

    private static void once(FloatTwin loop, int n) {
        switch (loop) {
            case NEGATE -> VectorUnary.negate(A, 0, OUT, 0, n);
            case EXP -> VectorUnary.exp(A, 0, OUT, 0, n);
            case LOG -> VectorUnary.log(A, 0, OUT, 0, n);
            case SQRT -> VectorUnary.sqrt(A, 0, OUT, 0, n);
            case RECIPROCAL -> VectorUnary.reciprocal(A, 0, OUT, 0, n);
            case SIN -> {
                VectorUnary.sin(LARGE, 0, OUT, 0, 16);
                VectorUnary.sin(A, 0, OUT, 0, n);
            }
            case TANH -> VectorUnary.tanh(A, 0, OUT, 0, n);
            case SIGMOID -> VectorUnary.sigmoid(A, 0, OUT, 0, n);
            case ERF -> VectorUnary.erf(A, 0, OUT, 0, n);
            case FLOOR -> VectorUnary.floor(A, 0, OUT, 0, n);
            case ADD -> VectorArithmetic.add(A, 0, B, 0, OUT, 0, n);
            case ADD_NUMBER -> VectorArithmetic.add(A, 0, 0.5f, OUT, 0, n);
            case SUBTRACT -> VectorArithmetic.subtract(A, 0, B, 0, OUT, 0, n);
            case SUBTRACT_NUMBER -> VectorArithmetic.subtract(A, 0, 0.5f, OUT, 0, n);
            case NUMBER_SUBTRACT -> VectorArithmetic.subtract(0.5f, A, 0, OUT, 0, n);
            case MULTIPLY -> VectorArithmetic.multiply(A, 0, B, 0, OUT, 0, n);
            case MULTIPLY_NUMBER -> VectorArithmetic.multiply(A, 0, 0.5f, OUT, 0, n);
            case DIVIDE -> VectorArithmetic.divide(A, 0, B, 0, OUT, 0, n);
            case DIVIDE_NUMBER -> VectorArithmetic.divide(A, 0, 0.5f, OUT, 0, n);
            case NUMBER_DIVIDE -> VectorArithmetic.divide(0.5f, A, 0, OUT, 0, n);
            case MAX -> VectorArithmetic.max(A, 0, B, 0, OUT, 0, n);
            case MAX_NUMBER -> VectorArithmetic.max(A, 0, 0.5f, OUT, 0, n);
            case MIN -> VectorArithmetic.min(A, 0, B, 0, OUT, 0, n);
            case MIN_NUMBER -> VectorArithmetic.min(A, 0, 0.5f, OUT, 0, n);
            case LESS -> VectorChoice.less(A, 0, B, 0, TRUTH, 0, n);
            case LESS_NUMBER -> VectorChoice.less(A, 0, 0.5f, TRUTH, 0, n);
            case NUMBER_LESS -> VectorChoice.less(0.5f, A, 0, TRUTH, 0, n);
            case EQUAL -> VectorChoice.equal(A, 0, B, 0, TRUTH, 0, n);
            case EQUAL_NUMBER -> VectorChoice.equal(A, 0, 0.5f, TRUTH, 0, n);
            case SELECT -> VectorChoice.select(CONDITION, 0, A, 0, B, 0, OUT, 0, n);
            case SELECT_OR_NUMBER -> VectorChoice.select(CONDITION, 0, A, 0, 0.5f, OUT, 0, n);
            case SELECT_NUMBER_OR -> VectorChoice.select(CONDITION, 0, 0.5f, A, 0, OUT, 0, n);
        }
    }
}
