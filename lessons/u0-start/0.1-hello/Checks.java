import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(
                ValueCheck.of(
                                "tells how many numbers the picture is",
                                _ -> 28 * 28,
                                _ -> Exercise.answer())
                        .example(Inputs.of("width", 28, "height", 28))
                        .mistake(
                                "That is 28 plus 28. But each of the 28 rows has 28 numbers of its own: multiply.",
                                _ -> 28 + 28)
                        .mistake("That is a single row. How many rows are there?", _ -> 28)
                        .mistake(
                                "That is a picture in colour, with three numbers a pixel. A gray one has a single number a pixel.",
                                _ -> 3 * 28 * 28)
                        .mistake(
                                "It still returns 0. Change the number after return, save the file, and check again.",
                                _ -> 0));
    }
}
