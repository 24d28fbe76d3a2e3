package dev.gradus.studio.playground;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The directions in which a cloud is widest: eigenvectors of a small symmetric matrix, by Jacobi's
/// rotations (1846).
record Eigen(double[] values, double[][] vectors) {
    private static final int MOST_SWEEPS = 60;

    /// Returns eigenvalues and eigenvectors, the largest first.
    static Eigen of(double[][] symmetric) {
        var n = symmetric.length;
        var a = new double[n][];
        var v = new double[n][n];
        for (var i = 0; i < n; i++) {
            a[i] = symmetric[i].clone();
            v[i][i] = 1;
        }
        for (var sweep = 0; sweep < MOST_SWEEPS && isMixed(a); sweep++) {
            for (var p = 0; p < n; p++) {
                for (var q = p + 1; q < n; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        List<Integer> order =
                IntStream.range(0, n)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -a[i][i]))
                        .toList();
        var values = new double[n];
        var vectors = new double[n][n];
        for (var k = 0; k < n; k++) {
            values[k] = Math.max(0, a[order.get(k)][order.get(k)]);
            for (var i = 0; i < n; i++) {
                vectors[k][i] = v[i][order.get(k)];
            }
        }
        return new Eigen(values, vectors);
    }

    private static boolean isMixed(double[][] a) {
        var off = 0.0;
        var all = 0.0;
        for (var i = 0; i < a.length; i++) {
            for (var j = 0; j < a.length; j++) {
                all += a[i][j] * a[i][j];
                off += i == j ? 0 : a[i][j] * a[i][j];
            }
        }
        return off > 1e-22 * all;
    }

    /// Turns the plane of two axes until the number that mixes them is 0.
    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        var theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        var t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        var c = 1 / Math.sqrt(t * t + 1);
        var s = t * c;
        for (var i = 0; i < a.length; i++) {
            var ip = a[i][p];
            a[i][p] = c * ip - s * a[i][q];
            a[i][q] = s * ip + c * a[i][q];
        }
        for (var i = 0; i < a.length; i++) {
            var pi = a[p][i];
            a[p][i] = c * pi - s * a[q][i];
            a[q][i] = s * pi + c * a[q][i];
            var ip = v[i][p];
            v[i][p] = c * ip - s * v[i][q];
            v[i][q] = s * ip + c * v[i][q];
        }
    }

    /// Returns which part of all spread lies along direction `k`.
    double share(int k) {
        var all = 0.0;
        for (var value : values) {
            all += value;
        }
        return all > 0 && k < values.length ? values[k] / all : 0;
    }
}
