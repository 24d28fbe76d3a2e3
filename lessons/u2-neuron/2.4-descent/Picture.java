import module dev.gradus.course;
import module java.base;

// asks: bowl
// asks: walk {"start": [-2, 3], "rate": 0.1, "steps": 40}
// asks: walk {"start": [-2, 3], "rate": 0.9, "steps": 40}
/// The loss of a line as a landscape of its two weights, and a walk in it by the exercise's own steps.
final class Picture implements LessonPicture {
    private static final double HUGE = 1e6;
    private static final double[] XS = new SplittableRandom(2).doubles(30, -2, 2).toArray();
    private static final double[] YS = truths();

    @Override
    public Object answer(String question, Inputs in) {
        return switch (question) {
            case "bowl" -> bowl();
            case "walk" -> walk(in.vector("start"), in.number("rate"), (int) in.number("steps"));
            default -> throw new IllegalArgumentException("there is no question " + question);
        };
    }

    private static double[] truths() {
        var random = new SplittableRandom(3);
        return Arrays.stream(XS).map(x -> 1.5 * x + 0.5 + 0.5 * random.nextGaussian()).toArray();
    }

    /// The loss is a polynomial of second degree, so that places of one loss lie on ellipses: their centre, and
    /// for each level the points of one.
    private static Map<String, Object> bowl() {
        var xx = mean(i -> XS[i] * XS[i]);
        var x = mean(i -> XS[i]);
        var xy = mean(i -> XS[i] * YS[i]);
        var y = mean(i -> YS[i]);
        var w = (xy - x * y) / (xx - x * x);
        var centre = new double[] {w, y - w * x};
        var least = loss(centre);
        var rings = new ArrayList<Map<String, Object>>();
        for (var more : new double[] {0.25, 1, 2.5, 5, 9, 14, 20, 28, 38, 50}) {
            rings.add(Map.of("loss", least + more, "points", ring(centre, xx, x, more)));
        }
        // a weight that moves only along w overshoots when the rate is above this
        var steepest = xx + 1 + Math.sqrt((xx - 1) * (xx - 1) + 4 * x * x);
        return Map.of("centre", centre, "least", least, "rings", rings, "breaks", 2 / steepest);
    }

    private static double[][] ring(double[] centre, double xx, double x, double more) {
        var points = new double[73][];
        for (var i = 0; i < points.length; i++) {
            var angle = i * Math.PI / 36;
            var u = Math.cos(angle);
            var v = Math.sin(angle);
            var far = Math.sqrt(more / (xx * u * u + 2 * x * u * v + v * v));
            points[i] = new double[] {centre[0] + far * u, centre[1] + far * v};
        }
        return points;
    }

    private static Map<String, Object> walk(double[] start, double rate, int steps) {
        var places = new ArrayList<double[]>();
        var losses = new ArrayList<Double>();
        var slopes = new ArrayList<double[]>();
        var weights = start;
        places.add(weights);
        losses.add(loss(weights));
        while (places.size() <= steps && losses.getLast() < HUGE) {
            slopes.add(gradient(weights));
            weights = Exercise.step(weights, slopes.getLast(), rate);
            places.add(weights);
            losses.add(loss(weights));
        }
        return Map.of("places", places, "losses", losses, "slopes", slopes);
    }

    private static double[] gradient(double[] weights) {
        return new double[] {
            mean(i -> 2 * difference(weights, i) * XS[i]), mean(i -> 2 * difference(weights, i))
        };
    }

    private static double loss(double[] weights) {
        return mean(i -> difference(weights, i) * difference(weights, i));
    }

    private static double difference(double[] weights, int i) {
        return weights[0] * XS[i] + weights[1] - YS[i];
    }

    private static double mean(IntToDoubleFunction term) {
        return IntStream.range(0, XS.length).mapToDouble(term).average().orElseThrow();
    }
}
