package dev.gradus.jvm.convolve;

/// Transforms tiles in plain code until the vector code is fast.
///
/// What one form is while the other is not fast yet: [dev.gradus.jvm.Promotion].
final class GradualWinogradSteps implements WinogradSteps {

    private final WinogradSteps scalar = new ScalarWinogradSteps();

    /// Holds the vector form, in a class of its own so that it is loaded when it is wanted.
    static final class Vector {
        static final WinogradSteps FORM = new VectorWinogradSteps();

        private Vector() {}
    }

    @Override
    public void imageDown(
            float[] from, int at, int fromTap, float[] to, int place, int toTap, int count) {
        var form = WinogradTwin.IMAGE_DOWN.vectors(count) ? Vector.FORM : scalar;
        form.imageDown(from, at, fromTap, to, place, toTap, count);
    }

    @Override
    public void imageAcross(
            float[] from,
            int at,
            int fromRow,
            int fromColumn,
            int fromStep,
            float[] to,
            int place,
            int plane,
            int toStep,
            int times,
            int count) {
        var form = WinogradTwin.IMAGE_ACROSS.vectors((long) times * count) ? Vector.FORM : scalar;
        form.imageAcross(
                from, at, fromRow, fromColumn, fromStep, to, place, plane, toStep, times, count);
    }

    @Override
    public void result(
            float[] from,
            int at,
            int plane,
            int fromStep,
            float[] to,
            int place,
            int toRow,
            int toColumn,
            int toStep,
            int times,
            int count) {
        var form = WinogradTwin.RESULT.vectors((long) times * count) ? Vector.FORM : scalar;
        form.result(from, at, plane, fromStep, to, place, toRow, toColumn, toStep, times, count);
    }

    @Override
    public void resultGradient(
            float[] from,
            int at,
            int fromRow,
            int fromColumn,
            int fromStep,
            float[] to,
            int place,
            int plane,
            int toStep,
            int times,
            int count) {
        var form =
                WinogradTwin.RESULT_GRADIENT.vectors((long) times * count) ? Vector.FORM : scalar;
        form.resultGradient(
                from, at, fromRow, fromColumn, fromStep, to, place, plane, toStep, times, count);
    }

    @Override
    public void kernel(
            float[] from, int at, int fromTap, float[] to, int place, int toTap, int count) {
        var form = WinogradTwin.KERNEL.vectors(count) ? Vector.FORM : scalar;
        form.kernel(from, at, fromTap, to, place, toTap, count);
    }

    @Override
    public void kernelGradient(
            float[] from, int at, int fromTap, float[] to, int place, int toTap, int count) {
        var form = WinogradTwin.KERNEL_GRADIENT.vectors(count) ? Vector.FORM : scalar;
        form.kernelGradient(from, at, fromTap, to, place, toTap, count);
    }
}
