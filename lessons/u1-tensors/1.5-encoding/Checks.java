import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    private static final List<String> NAMES = List.of("red", "green", "blue", "black", "white");

    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(encodes(), colourComesBack(), ageComesBack());
    }

    private static Check encodes() {
        return ValueCheck.of(
                        "encodes a row",
                        in -> row(in, 0, 0),
                        in ->
                                Exercise.encodeRow(
                                        in.text("colour"), in.number("age"), in.texts("colours")))
                .example(Inputs.of("colour", "green", "age", 31.0, "colours", colours(3)))
                .drawn(Checks::person)
                .mistake(
                        "The flag is never raised: the last number is 1 where the age is missing, and 0 where it is there.",
                        in -> {
                            var row = row(in, 0, 0);
                            row[row.length - 1] = 0;
                            return row;
                        })
                .mistake(
                        "The flag is the wrong way round: it is 1 where the age is missing.",
                        in -> {
                            var row = row(in, 0, 0);
                            row[row.length - 1] = 1 - row[row.length - 1];
                            return row;
                        })
                .mistake(
                        "NaN has got into the row, and would make everything NaN that it is added to. A missing age is written as 0; the flag tells.",
                        in -> row(in, Double.NaN, 0))
                .mistake(
                        "The 1 stands a place too far: the first colour has place 0.",
                        in -> row(in, 0, 1));
    }

    private static Check colourComesBack() {
        return MetamorphicCheck.roundTrip(
                        "gives the colour back",
                        Checks::person,
                        in ->
                                Exercise.decodeColour(
                                        Exercise.encodeRow(
                                                in.text("colour"),
                                                in.number("age"),
                                                in.texts("colours")),
                                        in.texts("colours")),
                        in -> place(in) < 0 ? "unknown" : in.text("colour"))
                .because("For the colour, what was encoded does not come back.");
    }

    private static Check ageComesBack() {
        return MetamorphicCheck.roundTrip(
                        "gives the age back",
                        Checks::person,
                        in ->
                                Exercise.decodeAge(
                                        Exercise.encodeRow(
                                                in.text("colour"),
                                                in.number("age"),
                                                in.texts("colours"))),
                        in -> in.number("age"))
                .because("For the age, what was encoded does not come back.");
    }

    private static Inputs person(Draw draw) {
        var known = colours(1 + draw.size() % NAMES.size());
        var age = draw.integer(0, 3) == 0 ? Double.NaN : draw.integer(0, 99);
        return Inputs.of("colour", draw.pick(NAMES), "age", age, "colours", known);
    }

    private static String[] colours(int count) {
        return NAMES.stream().limit(count).toArray(String[]::new);
    }

    private static int place(Inputs in) {
        return List.of(in.texts("colours")).indexOf(in.text("colour"));
    }

    private static double[] row(Inputs in, double missing, int shift) {
        var colours = in.texts("colours");
        var row = new double[colours.length + 2];
        if (place(in) >= 0) {
            row[place(in) + shift] = 1;
        }
        var isMissing = Double.isNaN(in.number("age"));
        if (isMissing) {
            row[colours.length] += missing;
            row[colours.length + 1] = 1;
        } else {
            row[colours.length] = in.number("age");
        }
        return row;
    }
}
