import module dev.gradus;
import module dev.gradus.course;
import module java.base;

// asks: shirt
// asks: check {"value": 0}
// asks: check {"value": 56}
// asks: check {"value": 784}
// asks: check {"value": -3}
/// What a check would say to a number, and a picture with as many numbers as are asked for.
final class Picture implements LessonPicture {
    private static final int SIDE = 28;
    private static final String SHIRT = "Shirt";

    @Override
    public Object answer(String question, Inputs in) {
        return switch (question) {
            case "shirt" -> shirt();
            case "check" -> check((long) in.number("value"));
            default -> throw new IllegalArgumentException("there is no question " + question);
        };
    }

    private static Object check(long value) {
        var expected = Exercise.answer();
        return Map.of(
                "state",
                value == expected ? 2 : value == 0 ? 0 : 1,
                "expected",
                expected,
                "because",
                because(value, expected),
                "rows",
                Math.max(0, value / SIDE));
    }

    private static String because(long value, long expected) {
        if (value == expected) {
            return "right";
        }
        return value == 0
                ? "untouched"
                : value == SIDE + SIDE
                        ? "sum"
                        : value == SIDE
                                ? "row"
                                : value == 3 * expected
                                        ? "colour"
                                        : value < expected ? "fewer" : "more";
    }

    /// The first shirt of the pictures that come with Gradus, from 0 for black to 255 for white.
    private static Object shirt() {
        var pictures = FashionMnist.load().test();
        var label = pictures.classes().indexOf(SHIRT);
        var first =
                IntStream.range(0, pictures.size())
                        .filter(i -> pictures.label(i) == label)
                        .findFirst();
        var features = pictures.features(first.orElseThrow());
        var numbers = new int[features.length];
        var white = 0f;
        for (var feature : features) {
            white = Math.max(white, feature);
        }
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = Math.round(255 * features[i] / white);
        }
        return Map.of("numbers", numbers, "side", SIDE);
    }
}
