// expects: begins with the second
import module dev.gradus;

class Exercise {
    static Tensor outer(Tensor a, Tensor b) {
        return a.unsqueeze(1).mul(b);
    }

    static Tensor diagonal(Tensor x) {
        return x.mul(Tensor.eye(x.size(0))).sum(1);
    }

    static Tensor upperTriangle(int n) {
        return Tensor.arange(n).unsqueeze(1).lessEqual(Tensor.arange(n));
    }

    static Tensor oneHot(Tensor labels, int classes) {
        return labels.unsqueeze(1).equal(Tensor.arange(classes));
    }

    static Tensor distances(Tensor x, Tensor y) {
        return x.unsqueeze(1).sub(y).square().sum(2);
    }

    static Tensor centre(Tensor x) {
        return x.sub(x.mean(0));
    }

    static Tensor shares(Tensor x) {
        return x.div(x.sum(1).unsqueeze(1));
    }

    static Tensor reversed(Tensor x) {
        return x.flip(0);
    }

    static Tensor everySecond(Tensor x) {
        return x.slice(0, Math.min(1, x.size(0)), x.size(0), 2);
    }

    static Tensor totals(Tensor x) {
        return x.cumulativeSum(0);
    }
}
