package dev.gradus.studio.playground;

import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// What a network answers to the points of a setup.
///
/// @param numbers one answer for each point
/// @param train how good those to seen points are
/// @param test how good those to unseen points are
record Answers(float[] numbers, Score train, Score test) {
    static Answers of(
            Setup setup, List<PointSet.Point> points, Tensor features, Sequential network) {
        var numbers = network.apply(features).squeeze(1).toFloats();
        var unseen = setup.unseenPoints();
        return new Answers(
                numbers,
                Score.of(
                        setup.loss(),
                        Arrays.copyOfRange(numbers, unseen, numbers.length),
                        points.subList(unseen, points.size())),
                Score.of(setup.loss(), Arrays.copyOf(numbers, unseen), points.subList(0, unseen)));
    }
}
