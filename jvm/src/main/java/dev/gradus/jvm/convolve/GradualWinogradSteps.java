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
    public void image(
            float[] from,
            int at,
            int fromTap,
            int fromStep,
            float[] to,
            int place,
            int toTap,
            int toStep,
            int times,
            int count) {
        var form = WinogradTwin.IMAGE.vectors(3L * times * count) ? Vector.FORM : scalar;
        form.image(from, at, fromTap, fromStep, to, place, toTap, toStep, times, count);
    }

    @Override
    public void result(
            float[] from,
            int at,
            int fromTap,
            int fromStep,
            float[] to,
            int place,
            int toTap,
            int toStep,
            int times,
            int count) {
        var form = WinogradTwin.RESULT.vectors(3L * times * count) ? Vector.FORM : scalar;
        form.result(from, at, fromTap, fromStep, to, place, toTap, toStep, times, count);
    }

    @Override
    public void resultGradient(
            float[] from,
            int at,
            int fromTap,
            int fromStep,
            float[] to,
            int place,
            int toTap,
            int toStep,
            int times,
            int count) {
        var form = WinogradTwin.RESULT_GRADIENT.vectors(3L * times * count) ? Vector.FORM : scalar;
        form.resultGradient(from, at, fromTap, fromStep, to, place, toTap, toStep, times, count);
    }

    @Override
    public void kernel(
            float[] from, int at, int fromTap, float[] to, int place, int toTap, int count) {
        var form = WinogradTwin.KERNEL.vectors(3L * count) ? Vector.FORM : scalar;
        form.kernel(from, at, fromTap, to, place, toTap, count);
    }

    @Override
    public void kernelGradient(
            float[] from, int at, int fromTap, float[] to, int place, int toTap, int count) {
        var form = WinogradTwin.KERNEL_GRADIENT.vectors(3L * count) ? Vector.FORM : scalar;
        form.kernelGradient(from, at, fromTap, to, place, toTap, count);
    }
}
