package dev.gradus.jvm.convolve;

/// Works on planes in plain code until the vector code is fast.
///
/// What one form is while the other is not fast yet: [dev.gradus.jvm.Promotion].
final class GradualFloatPlanes implements FloatPlanes {

    private final FloatPlanes scalar = new ScalarFloatPlanes();

    /// Holds the vector form, in a class of its own so that it is loaded when it is wanted.
    static final class Vector {
        static final FloatPlanes FORM = new VectorFloatPlanes();

        private Vector() {}
    }

    @Override
    public void chains(
            int columns,
            float[] planes,
            int at,
            int[] steps,
            float[] weights,
            int weightsAt,
            int weightsStep,
            float[] sums,
            int sumsAt,
            int sumsStride,
            int length) {
        var links = (long) columns * steps.length * length;
        var form = PlaneTwin.ofColumns(columns).vectors(links) ? Vector.FORM : scalar;
        form.chains(
                columns,
                planes,
                at,
                steps,
                weights,
                weightsAt,
                weightsStep,
                sums,
                sumsAt,
                sumsStride,
                length);
    }

    @Override
    public void turn(
            float[] from,
            int start,
            int[] lines,
            int count,
            int length,
            float[] to,
            int place,
            int stride) {
        var form = PlaneTwin.TURN.vectors((long) count * length) ? Vector.FORM : scalar;
        form.turn(from, start, lines, count, length, to, place, stride);
    }
}
