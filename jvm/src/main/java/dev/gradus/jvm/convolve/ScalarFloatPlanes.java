package dev.gradus.jvm.convolve;

/// Adds up products of planes in plain code, four places at a time so that one need not wait for the
/// other.
final class ScalarFloatPlanes implements FloatPlanes {

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
        for (int j = 0; j < columns; j++) {
            column(
                    planes,
                    at,
                    steps,
                    weights,
                    weightsAt + j,
                    weightsStep,
                    sums,
                    sumsAt + j * sumsStride,
                    length);
        }
    }

    private static void column(
            float[] planes,
            int at,
            int[] steps,
            float[] weights,
            int weightsAt,
            int weightsStep,
            float[] sums,
            int sumsAt,
            int length) {
        int f = 0;
        for (; f + 4 <= length; f += 4) {
            float y0 = 0;
            float y1 = 0;
            float y2 = 0;
            float y3 = 0;
            int w = weightsAt;
            for (int step : steps) {
                int p = at + f + step;
                float x = weights[w];
                y0 = Math.fma(planes[p], x, y0);
                y1 = Math.fma(planes[p + 1], x, y1);
                y2 = Math.fma(planes[p + 2], x, y2);
                y3 = Math.fma(planes[p + 3], x, y3);
                w += weightsStep;
            }
            sums[sumsAt + f] = y0;
            sums[sumsAt + f + 1] = y1;
            sums[sumsAt + f + 2] = y2;
            sums[sumsAt + f + 3] = y3;
        }
        for (; f < length; f++) {
            float y = 0;
            int w = weightsAt;
            for (int step : steps) {
                y = Math.fma(planes[at + f + step], weights[w], y);
                w += weightsStep;
            }
            sums[sumsAt + f] = y;
        }
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
        for (int l = 0; l < count; l++) {
            int f = start + lines[l];
            int t = place + l;
            for (int e = 0; e < length; e++) {
                to[t] = from[f + e];
                t += stride;
            }
        }
    }
}
