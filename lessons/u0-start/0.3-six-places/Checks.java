import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(
                question(lesson, "road", _ -> Exercise.road()),
                question(lesson, "assistant", _ -> Exercise.assistant()),
                question(lesson, "fraud", _ -> Exercise.fraud()),
                question(lesson, "ads", _ -> Exercise.ads()),
                question(lesson, "scan", _ -> Exercise.scan()),
                question(lesson, "game", _ -> Exercise.game()));
    }

    private static Check question(Lesson lesson, String name, Answer answer) {
        return QuestionCheck.of(
                "answers the question about the " + name, lesson.question(name), answer);
    }
}
