package dev.gradus.jvm.convolve;

import static dev.gradus.jvm.convolve.Winograd.A;
import static dev.gradus.jvm.convolve.Winograd.AA;
import static dev.gradus.jvm.convolve.Winograd.AAA;
import static dev.gradus.jvm.convolve.Winograd.AABB;
import static dev.gradus.jvm.convolve.Winograd.AA_AT_A;
import static dev.gradus.jvm.convolve.Winograd.AT_A;
import static dev.gradus.jvm.convolve.Winograd.AT_B;
import static dev.gradus.jvm.convolve.Winograd.AT_ZERO;
import static dev.gradus.jvm.convolve.Winograd.A_AT_A;
import static dev.gradus.jvm.convolve.Winograd.B;
import static dev.gradus.jvm.convolve.Winograd.BB;
import static dev.gradus.jvm.convolve.Winograd.BBB;
import static dev.gradus.jvm.convolve.Winograd.BB_AT_B;
import static dev.gradus.jvm.convolve.Winograd.B_AT_B;
import static dev.gradus.jvm.convolve.Winograd.REACH;
import static dev.gradus.jvm.convolve.Winograd.SUM;
import static dev.gradus.jvm.convolve.Winograd.TILE;
import static java.lang.Math.fma;

/// Transforms tiles one element at a time: the definition of each expression.
final class ScalarWinogradSteps implements WinogradSteps {

    @Override
    public void imageDown(
            float[] from, int at, int fromTap, float[] to, int place, int toTap, int count) {
        image(from, at, fromTap, to, place, toTap, count);
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
        for (int time = 0; time < times; time++) {
            for (int y = 0; y < REACH; y++) {
                int f = at + time * fromStep + y * fromRow;
                int t = place + time * toStep + y * REACH * plane;
                image(from, f, fromColumn, to, t, plane, count);
            }
        }
    }

    private static void image(
            float[] from, int at, int fromTap, float[] to, int place, int toTap, int count) {
        for (int i = 0; i < count; i++) {
            int f = at + i;
            int t = place + i;
            float x0 = from[f];
            float x1 = from[f + fromTap];
            float x2 = from[f + 2 * fromTap];
            float x3 = from[f + 3 * fromTap];
            float x4 = from[f + 4 * fromTap];
            float x5 = from[f + 5 * fromTap];
            float evenA = fma(-BB, x2, x4);
            float oddA = fma(-BB, x1, x3);
            float evenB = fma(-AA, x2, x4);
            float oddB = fma(-AA, x1, x3);
            to[t] = fma(AABB, x0, fma(-SUM, x2, x4));
            to[t + toTap] = fma(A, oddA, evenA);
            to[t + 2 * toTap] = fma(-A, oddA, evenA);
            to[t + 3 * toTap] = fma(B, oddB, evenB);
            to[t + 4 * toTap] = fma(-B, oddB, evenB);
            to[t + 5 * toTap] = fma(AABB, x1, fma(-SUM, x3, x5));
        }
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
        for (int time = 0; time < times; time++) {
            for (int x = 0; x < TILE; x++) {
                int t = place + time * toStep + x * toColumn;
                result(from, at + time * fromStep, plane, x, to, t, toRow, count);
            }
        }
    }

    /// Computes column `x` of a tile.
    private static void result(
            float[] from, int at, int plane, int x, float[] to, int place, int toRow, int count) {
        for (int i = 0; i < count; i++) {
            int f = at + i;
            int t = place + i;
            float x0 = across(from, f, plane, x);
            float x1 = across(from, f + REACH * plane, plane, x);
            float x2 = across(from, f + 2 * REACH * plane, plane, x);
            float x3 = across(from, f + 3 * REACH * plane, plane, x);
            float x4 = across(from, f + 4 * REACH * plane, plane, x);
            float x5 = across(from, f + 5 * REACH * plane, plane, x);
            float evenA = x1 + x2;
            float oddA = x1 - x2;
            float evenB = x3 + x4;
            float oddB = x3 - x4;
            to[t] = x0 + (evenA + evenB);
            to[t + toRow] = fma(A, oddA, B * oddB);
            to[t + 2 * toRow] = fma(AA, evenA, BB * evenB);
            to[t + 3 * toRow] = fma(AAA, oddA, fma(BBB, oddB, x5));
        }
    }

    /// Computes the number in column `x` of the four to which six products in a row lead.
    private static float across(float[] from, int f, int plane, int x) {
        float x1 = from[f + plane];
        float x2 = from[f + 2 * plane];
        float x3 = from[f + 3 * plane];
        float x4 = from[f + 4 * plane];
        return switch (x) {
            case 0 -> from[f] + ((x1 + x2) + (x3 + x4));
            case 1 -> fma(A, x1 - x2, B * (x3 - x4));
            case 2 -> fma(AA, x1 + x2, BB * (x3 + x4));
            default -> fma(AAA, x1 - x2, fma(BBB, x3 - x4, from[f + 5 * plane]));
        };
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
        for (int time = 0; time < times; time++) {
            int f = at + time * fromStep;
            int t = place + time * toStep;
            for (int x = 0; x < TILE; x++) {
                int column = f + x * fromColumn;
                resultGradient(from, column, fromRow, to, t + x * plane, REACH * plane, count);
            }
            // in place: each element's four numbers are read before its six are written
            for (int y = 0; y < REACH; y++) {
                int row = t + y * REACH * plane;
                resultGradient(to, row, plane, to, row, plane, count);
            }
        }
    }

    private static void resultGradient(
            float[] from, int at, int fromTap, float[] to, int place, int toTap, int count) {
        for (int i = 0; i < count; i++) {
            int f = at + i;
            int t = place + i;
            float x0 = from[f];
            float x1 = from[f + fromTap];
            float x2 = from[f + 2 * fromTap];
            float x3 = from[f + 3 * fromTap];
            float evenA = fma(AA, x2, x0);
            float oddA = fma(AA, x3, x1);
            float evenB = fma(BB, x2, x0);
            float oddB = fma(BB, x3, x1);
            to[t] = x0;
            to[t + toTap] = fma(A, oddA, evenA);
            to[t + 2 * toTap] = fma(-A, oddA, evenA);
            to[t + 3 * toTap] = fma(B, oddB, evenB);
            to[t + 4 * toTap] = fma(-B, oddB, evenB);
            to[t + 5 * toTap] = x3;
        }
    }

    @Override
    public void kernel(
            float[] from, int at, int fromTap, float[] to, int place, int toTap, int count) {
        for (int i = 0; i < count; i++) {
            int f = at + i;
            int t = place + i;
            float x0 = from[f];
            float x1 = from[f + fromTap];
            float x2 = from[f + 2 * fromTap];
            float evenA = fma(AT_A, x0, AA_AT_A * x2);
            float evenB = fma(AT_B, x0, BB_AT_B * x2);
            to[t] = AT_ZERO * x0;
            to[t + toTap] = fma(A_AT_A, x1, evenA);
            to[t + 2 * toTap] = fma(-A_AT_A, x1, evenA);
            to[t + 3 * toTap] = fma(B_AT_B, x1, evenB);
            to[t + 4 * toTap] = fma(-B_AT_B, x1, evenB);
            to[t + 5 * toTap] = x2;
        }
    }

    @Override
    public void kernelGradient(
            float[] from, int at, int fromTap, float[] to, int place, int toTap, int count) {
        for (int i = 0; i < count; i++) {
            int f = at + i;
            int t = place + i;
            float x1 = from[f + fromTap];
            float x2 = from[f + 2 * fromTap];
            float x3 = from[f + 3 * fromTap];
            float x4 = from[f + 4 * fromTap];
            float evenA = x1 + x2;
            float oddA = x1 - x2;
            float evenB = x3 + x4;
            float oddB = x3 - x4;
            to[t] = fma(AT_ZERO, from[f], fma(AT_A, evenA, AT_B * evenB));
            to[t + toTap] = fma(A_AT_A, oddA, B_AT_B * oddB);
            to[t + 2 * toTap] = fma(AA_AT_A, evenA, fma(BB_AT_B, evenB, from[f + 5 * fromTap]));
        }
    }
}
