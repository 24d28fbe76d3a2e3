import module dev.gradus;

/// Lesson 1.4: ten puzzles, each of which can be one line.
class Exercise {
    /// 1. a [n] and b [m]: the table [n, m] with a[i] times b[j].
    static Tensor outer(Tensor a, Tensor b) {
        return a;
    }

    /// 2. x [n, n]: the numbers on the diagonal, [n].
    static Tensor diagonal(Tensor x) {
        return x;
    }

    /// 3. The table [n, n] with 1 where the column is the row or right of it, else 0.
    static Tensor upperTriangle(int n) {
        return Tensor.arange(n);
    }

    /// 4. labels [n], whole numbers: the table [n, classes] with a 1 at each label, else 0.
    static Tensor oneHot(Tensor labels, int classes) {
        return labels;
    }

    /// 5. x [n, d] and y [m, d]: the squared distance of every row of x to every row of y, [n, m].
    static Tensor distances(Tensor x, Tensor y) {
        return x;
    }

    /// 6. x [n, d]: each column minus its mean, [n, d].
    static Tensor centre(Tensor x) {
        return x.sum(0);
    }

    /// 7. x [n, d]: each row divided by its sum, [n, d].
    static Tensor shares(Tensor x) {
        return x.sum(1);
    }

    /// 8. x [n]: from the last to the first.
    static Tensor reversed(Tensor x) {
        return x.sum(0);
    }

    /// 9. x [n]: the first number, the third, the fifth and so on.
    static Tensor everySecond(Tensor x) {
        return x.sum(0);
    }

    /// 10. x [n]: at each place the sum of all numbers up to it, itself included.
    static Tensor totals(Tensor x) {
        return x.sum(0);
    }
}
