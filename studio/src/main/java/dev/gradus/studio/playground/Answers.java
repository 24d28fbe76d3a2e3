package dev.gradus.studio.playground;

import java.util.Arrays;
import java.util.List;

/// What a network answers to the points of a setup.
///
/// @param numbers one answer for each point
/// @param train how good those to seen points are
/// @param test how good those to unseen points are
record Answers(float[] numbers, Score train, Score test) {
    static Answers of(Setup setup, List<PointSet.Point> points, float[] numbers) {
        var unseen = setup.unseenPoints();
        return new Answers(
                numbers,
                Score.of(
                        setup,
                        Arrays.copyOfRange(numbers, unseen, numbers.length),
                        points.subList(unseen, points.size())),
                Score.of(setup, Arrays.copyOf(numbers, unseen), points.subList(0, unseen)));
    }
}
