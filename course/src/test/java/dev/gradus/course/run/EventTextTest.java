package dev.gradus.course.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.course.check.CheckKind;
import dev.gradus.course.check.CheckResult;
import dev.gradus.course.check.FailingCase;
import dev.gradus.course.check.Shown;
import dev.gradus.course.check.Tally;
import dev.gradus.course.check.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventTextTest {
    private static final Event FINISHED =
            new Event.Finished(
                    new CheckResult(
                            "adds \"up\"",
                            CheckKind.VALUES,
                            Verdict.WRONG_ANSWER,
                            "no",
                            Optional.of(
                                    new FailingCase(
                                            List.of(
                                                    new FailingCase.Named(
                                                            "x",
                                                            new Shown.Numbers(
                                                                    List.of(3),
                                                                    List.of(
                                                                            Double.NaN,
                                                                            Double
                                                                                    .NEGATIVE_INFINITY,
                                                                            0.1)))),
                                            new Shown.Several(List.of(new Shown.Written("a"))),
                                            new Shown.Nothing("null"),
                                            "differs",
                                            Optional.of(List.of(0, 1)))),
                            Optional.of(new Tally(3, 60)),
                            List.of(
                                    new CheckResult.Figure(
                                            "seed 1", Double.POSITIVE_INFINITY, false))));

    @Test
    void everyEventIsReadBackAsItWas() {
        var events =
                List.of(
                        new Event.Planned(List.of("one", "two")),
                        new Event.Started("one"),
                        FINISHED,
                        new Event.TimeOver(7),
                        new Event.ThreadsOver(),
                        new Event.MemoryOver(),
                        new Event.Exited(3),
                        new Event.Broken("why"),
                        new Event.Done());
        var text = new StringBuilder();
        events.forEach(event -> text.append(EventText.write(event)));
        assertThat(EventText.read(text.toString())).isEqualTo(events);
    }

    @Test
    void whatWasCutOffIsLeftOut() {
        var text = EventText.write(new Event.Started("one")) + EventText.write(FINISHED);
        assertThat(EventText.read(text.substring(0, text.length() - 20)))
                .containsExactly(new Event.Started("one"));
    }
}
