package dev.gradus.studio.models;

import java.util.ArrayList;
import java.util.List;

/// The ways in which people write the ten digits, as strokes: for each way its strokes, and of each stroke
/// the places that the pen goes through, in a square from 0 to 1, y downwards. Between them the pen goes in
/// a smooth curve, unless a place is named twice, which is a corner.
final class Strokes {
    private static final List<List<String>> DIGITS =
            List.of(
                    List.of(
                            ".5,0 .15,.2 .1,.55 .3,.95 .6,.98 .88,.7 .85,.25 .5,0",
                            ".7,.08 .35,.02 .12,.4 .25,.9 .6,.95 .9,.5 .75,.12 .6,.02"),
                    List.of(
                            ".5,0 .5,1",
                            ".25,.25 .55,0 .55,0 .55,1",
                            ".25,.22 .55,0 .55,0 .55,1 | .2,1 .9,1"),
                    List.of(
                            ".12,.25 .3,.03 .65,.02 .82,.25 .6,.55 .1,1 .1,1 .92,1",
                            ".15,.2 .45,0 .8,.2 .65,.55 .3,.85 .12,.95 .2,.8 .45,.9 .9,.98",
                            ".15,.15 .5,0 .8,.22 .5,.65 .1,.98 .1,.98 .9,.92"),
                    List.of(
                            ".15,.12 .5,0 .82,.2 .7,.42 .42,.48 .42,.48 .8,.58 .85,.82 .5,1 .1,.88",
                            ".12,.02 .85,.02 .85,.02 .42,.42 .42,.42 .82,.55 .82,.85 .45,1 .1,.88",
                            ".18,.08 .6,0 .78,.22 .4,.47 .85,.6 .78,.9 .4,1 .12,.9"),
                    List.of(
                            ".15,0 .1,.52 .1,.52 .9,.52 | .7,.05 .68,1",
                            ".62,0 .62,0 .05,.66 .05,.66 .95,.66 | .66,.3 .66,1",
                            ".68,1 .68,0 .68,0 .08,.68 .08,.68 .95,.68",
                            ".2,.05 .15,.4 .4,.52 .8,.45 | .82,0 .7,.5 .6,1"),
                    List.of(
                            ".85,.02 .2,.02 .2,.02 .17,.42 .17,.42 .55,.38 .88,.62 .7,.95 .1,.95",
                            ".22,.05 .2,.45 .2,.45 .6,.4 .85,.7 .6,1 .12,.92 | .22,.05 .88,.03",
                            ".85,.05 .3,0 .2,.4 .2,.4 .75,.45 .85,.8 .45,1 .1,.9"),
                    List.of(
                            ".75,.02 .3,.3 .12,.7 .4,1 .8,.85 .78,.6 .45,.5 .14,.72",
                            ".6,0 .25,.4 .15,.8 .5,1 .85,.78 .6,.55 .2,.75",
                            ".85,.1 .55,0 .2,.35 .12,.75 .45,1 .82,.8 .65,.55 .2,.62"),
                    List.of(
                            ".1,.02 .88,.02 .88,.02 .4,1",
                            ".1,.05 .88,.02 .88,.02 .55,.45 .42,1 | .28,.5 .8,.48",
                            ".12,.22 .12,.04 .12,.04 .88,.04 .88,.04 .6,.4 .45,1"),
                    List.of(
                            ".8,.15 .45,0 .18,.22 .5,.48 .85,.75 .5,1 .14,.78 .5,.48 .82,.2 .72,.08",
                            ".5,0 .2,.22 .5,.46 .8,.22 .5,0 | .5,.46 .12,.75 .5,1 .88,.75 .5,.46",
                            ".5,.48 .15,.25 .5,0 .82,.22 .5,.48 .1,.8 .5,1 .88,.8 .5,.48"),
                    List.of(
                            ".82,.25 .5,0 .15,.25 .4,.52 .8,.3 .82,.2 .8,.6 .7,1",
                            ".8,.15 .4,.02 .18,.3 .5,.5 .8,.2 .8,.2 .78,.7 .5,1 .2,.92",
                            ".78,.2 .45,.03 .18,.3 .5,.52 .8,.22 .8,.22 .8,1"));

    private static final int PIECES = 8;

    private Strokes() {}

    /// Returns how many ways there are to write `digit`.
    static int ways(int digit) {
        return DIGITS.get(digit).size();
    }

    /// Returns the strokes of one way, as the places that were written down.
    static List<List<double[]>> of(int digit, int way) {
        var strokes = new ArrayList<List<double[]>>();
        for (var stroke : DIGITS.get(digit).get(way).split(" \\| ", -1)) {
            var places = new ArrayList<double[]>();
            for (var place : stroke.split(" ", -1)) {
                var numbers = place.split(",", -1);
                places.add(
                        new double[] {
                            Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])
                        });
            }
            strokes.add(places);
        }
        return strokes;
    }

    /// Returns places close to each other on a smooth curve through those given (Catmull and Rom 1974).
    static List<double[]> smooth(List<double[]> places) {
        var curve = new ArrayList<double[]>();
        for (var i = 0; i + 1 < places.size(); i++) {
            var from = places.get(i);
            var to = places.get(i + 1);
            var before = i == 0 ? from : places.get(i - 1);
            var after = i + 2 == places.size() ? to : places.get(i + 2);
            for (var piece = 0; piece < PIECES; piece++) {
                curve.add(between(before, from, to, after, (double) piece / PIECES));
            }
        }
        curve.add(places.getLast());
        return curve;
    }

    private static double[] between(
            double[] before, double[] from, double[] to, double[] after, double t) {
        var place = new double[2];
        for (var axis = 0; axis < 2; axis++) {
            var slope = (to[axis] - before[axis]) / 2;
            var next = (after[axis] - from[axis]) / 2;
            var gap = to[axis] - from[axis];
            place[axis] =
                    from[axis]
                            + t
                                    * (slope
                                            + t
                                                    * (3 * gap
                                                            - 2 * slope
                                                            - next
                                                            + t * (slope + next - 2 * gap)));
        }
        return place;
    }
}
