import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(adds(), fits());
    }

    private static Check adds() {
        return ValueCheck.of(
                        "adds the bias to every row",
                        in -> add(in, (_, j) -> j),
                        in -> Exercise.addBias(in.matrix("x"), in.vector("bias")))
                .drawn(draw -> {
                    var columns = draw.size();
                    return Inputs.of(
                            "x", draw.matrix(draw.size(), columns), "bias", draw.vector(columns));
                })
                .mistake(
                        "The bias is chosen by the row. It has one number for each column: take the one at the column's place.",
                        in -> add(in, (i, _) -> i))
                .mistake(
                        "Only the first row has got the bias. It belongs to every row.",
                        in -> add(in, (i, j) -> i == 0 ? j : -1))
                .mistake(
                        "Every number has got the first number of the bias. Each column has its own.",
                        in -> add(in, (_, _) -> 0))
                .mistake("This is x as it was: nothing has been added.", in -> in.matrix("x"));
    }

    private static double[][] add(Inputs in, IntBinaryOperator chosen) {
        var x = in.matrix("x");
        for (var i = 0; i < x.length; i++) {
            for (var j = 0; j < x[i].length; j++) {
                var place = chosen.applyAsInt(i, j);
                x[i][j] += place < 0 ? 0 : in.vector("bias")[place];
            }
        }
        return x;
    }

    private static Check fits() {
        return ValueCheck.of(
                        "tells whether two shapes fit",
                        in -> rule(in.integers("a"), in.integers("b")),
                        in -> Exercise.fits(in.integers("a"), in.integers("b")))
                .example(Inputs.of("a", new int[] {4, 3}, "b", new int[] {3}))
                .example(Inputs.of("a", new int[] {4, 3}, "b", new int[] {4}))
                .example(Inputs.of("a", new int[] {4, 1}, "b", new int[] {3}))
                .example(Inputs.of("a", new int[] {2}, "b", new int[] {5, 2}))
                .drawn(draw ->
                        Inputs.of(
                                "a", draw.integers(draw.integer(1, 3), 1, 3),
                                "b", draw.integers(draw.integer(1, 3), 1, 3)))
                .mistake(
                        "The shapes are laid on each other from the left. The rule begins at the right end, with the last sizes.",
                        in -> rule(reversed(in.integers("a")), reversed(in.integers("b"))))
                .mistake(
                        "Only equal sizes are let through. An axis of size 1 is stretched, so it fits every size.",
                        in -> equal(in.integers("a"), in.integers("b")))
                .mistake(
                        "Shapes of different lengths may fit too: what the shorter one lacks in front counts as 1.",
                        in ->
                                in.integers("a").length == in.integers("b").length
                                        && rule(in.integers("a"), in.integers("b")));
    }

    private static boolean rule(int[] a, int[] b) {
        return places(a, b)
                .allMatch(k ->
                        a[a.length - k] == b[b.length - k]
                                || a[a.length - k] == 1
                                || b[b.length - k] == 1);
    }

    private static boolean equal(int[] a, int[] b) {
        return places(a, b).allMatch(k -> a[a.length - k] == b[b.length - k]);
    }

    private static IntStream places(int[] a, int[] b) {
        return IntStream.rangeClosed(1, Math.min(a.length, b.length));
    }

    private static int[] reversed(int[] sizes) {
        return IntStream.range(0, sizes.length).map(i -> sizes[sizes.length - 1 - i]).toArray();
    }
}
