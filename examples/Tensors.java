import module dev.gradus;

/// Tensors without ceremony: made, combined, printed, cut, and looked at from the inside.
void main() {
    var x = Tensor.of(new float[][] {{1, 2, 3}, {4, 5, 6}});
    var w = Tensor.random(3, 2).seed(42);
    var y = x.matmul(w).add(1).relu();
    IO.println(y);
    IO.println(y.sum(1).argmax());
    IO.println(x.get(1).slice(0, 2));
    IO.println(y.explain());
}
