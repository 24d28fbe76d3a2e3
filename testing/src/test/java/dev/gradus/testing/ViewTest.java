package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.backend.View;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Views against their definition: the list of places that they visit in row-major order.
class ViewTest {
    private static final int LARGEST = 24;

    @Test
    void reshapeGivesAViewWheneverStridesCanSayIt() {
        var tried = 0;
        for (var view : views()) {
            for (var target : shapesOf(view.shape().count())) {
                var expected = strided(places(view), target);
                var got = view.reshape(target);
                assertThat(got.map(ViewTest::places))
                        .as(
                                "%s at %d by %s as %s",
                                view, view.offset(), Ints.of(view.strides()), target)
                        .isEqualTo(expected);
                assertThat(got.map(View::shape).orElse(target)).isEqualTo(target);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(10_000);
    }

    @Test
    void denseMeansRowMajorWithoutGaps() {
        for (var view : views()) {
            if (view.shape().count() > 0) {
                var places = places(view);
                var dense = true;
                for (var i = 1; i < places.size(); i++) {
                    dense &= places.get(i) == places.get(i - 1) + 1;
                }
                assertThat(view.isDense()).as("%s", view).isEqualTo(dense);
            }
        }
    }

    @Test
    void scalarMeansOnePlaceOverAndOver() {
        for (var view : views()) {
            if (view.shape().count() > 0) {
                var one = Set.copyOf(places(view)).size() == 1;
                assertThat(view.isScalar()).as("%s", view).isEqualTo(one);
            }
        }
    }

    @Test
    void equalPlacesWrittenEquallyAreEqual() {
        var view = View.of(Shape.of(2, 3)).permute(Ints.of(1, 0));
        assertThat(view)
                .isEqualTo(View.of(Shape.of(2, 3)).permute(Ints.of(1, 0)))
                .hasSameHashCodeAs(View.of(Shape.of(2, 3)).permute(Ints.of(1, 0)))
                .isNotEqualTo(View.of(Shape.of(3, 2)));
    }

    /// The places that strides visit under `target`, if any strides visit these places.
    private static Optional<List<Integer>> strided(List<Integer> places, Shape target) {
        if (places.isEmpty()) {
            return Optional.of(places);
        }
        var natural = target.strides();
        var visited = new ArrayList<Integer>();
        for (var i = 0; i < places.size(); i++) {
            var at = places.getFirst();
            for (var axis = 0; axis < target.rank(); axis++) {
                var index = i / natural[axis] % target.size(axis);
                var step =
                        target.size(axis) > 1 ? places.get(natural[axis]) - places.getFirst() : 0;
                at += index * step;
            }
            visited.add(at);
        }
        return visited.equals(places) ? Optional.of(places) : Optional.empty();
    }

    private static List<Integer> places(View view) {
        var places = new ArrayList<Integer>();
        var natural = view.shape().strides();
        for (var i = 0; i < view.shape().count(); i++) {
            var at = view.offset();
            for (var axis = 0; axis < view.shape().rank(); axis++) {
                at += i / natural[axis] % view.shape().size(axis) * view.stride(axis);
            }
            places.add(at);
        }
        return places;
    }

    /// Every shape of up to four axes that holds `count` numbers.
    private static List<Shape> shapesOf(int count) {
        var shapes = new ArrayList<Shape>();
        if (count == 1) {
            shapes.add(Shape.SCALAR);
        }
        for (var a = 0; a <= count; a++) {
            for (var b = 0; b <= count; b++) {
                for (var c = 0; c <= count; c++) {
                    if (a * b * c == count) {
                        shapes.add(Shape.of(a, b, c));
                        shapes.add(Shape.of(a, 1, b, c));
                        if (c == 1) {
                            shapes.add(Shape.of(a, b));
                        }
                        if (b == 1 && c == 1) {
                            shapes.add(Shape.of(a));
                        }
                    }
                }
            }
        }
        return shapes;
    }

    /// Small tensors seen through up to two movements.
    private static Set<View> views() {
        var views = new LinkedHashSet<View>();
        for (var sizes :
                List.of(
                        Shape.SCALAR,
                        Shape.of(4),
                        Shape.of(1, 3),
                        Shape.of(2, 3),
                        Shape.of(4, 3),
                        Shape.of(0, 3),
                        Shape.of(2, 1, 3),
                        Shape.of(2, 3, 2),
                        Shape.of(3, 2, 4))) {
            views.add(View.of(sizes));
        }
        for (var round = 0; round < 2; round++) {
            for (var view : List.copyOf(views)) {
                views.addAll(moved(view));
            }
        }
        return views;
    }

    private static List<View> moved(View view) {
        var rank = view.shape().rank();
        var moved = new ArrayList<View>();
        for (var axis = 0; axis < rank; axis++) {
            moved.add(view.flip(Ints.of(axis)));
            for (var other = axis + 1; other < rank; other++) {
                moved.add(view.permute(swapped(rank, axis, other)));
            }
            var stop = view.shape().toArray();
            for (var step = 1; step <= 2; step++) {
                if (stop[axis] > 1) {
                    var start = new int[rank];
                    var steps = Ints.repeat(1, rank).toArray();
                    start[axis] = 1;
                    steps[axis] = step;
                    moved.add(view.slice(Ints.of(start), Ints.of(stop), Ints.of(steps)));
                }
            }
            if (view.shape().size(axis) == 1) {
                moved.add(view.expand(view.shape().with(axis, 2)));
            }
        }
        if (rank < 3) {
            moved.add(view.expand(Shape.of(2).append(view.shape())));
        }
        moved.removeIf(candidate -> candidate.shape().count() > LARGEST);
        return moved;
    }

    private static Ints swapped(int rank, int first, int second) {
        var order = new int[rank];
        for (var i = 0; i < rank; i++) {
            order[i] = i == first ? second : i == second ? first : i;
        }
        return Ints.of(order);
    }
}
