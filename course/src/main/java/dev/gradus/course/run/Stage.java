package dev.gradus.course.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How far the checks of a program have come.
///
/// @param checks the names of all checks; none before they are known
/// @param done how many have ended
/// @param running the name of the one that runs
public record Stage(List<String> checks, int done, Optional<String> running) {
    /// Nothing has begun.
    public static final Stage BEGINNING = new Stage(List.of(), 0, Optional.empty());

    /// Copies the list.
    public Stage {
        checks = List.copyOf(checks);
    }

    static Stage of(List<Event> events) {
        List<String> checks = new ArrayList<>();
        var done = 0;
        var running = Optional.<String>empty();
        for (var event : events) {
            switch (event) {
                case Event.Planned(var planned) -> checks = planned;
                case Event.Started(var check) -> running = Optional.of(check);
                case Event.Finished _ -> {
                    done++;
                    running = Optional.empty();
                }
                case Event.Done _,
                        Event.TimeOver _,
                        Event.ThreadsOver _,
                        Event.MemoryOver _,
                        Event.Exited _,
                        Event.Broken _ -> {}
            }
        }
        return new Stage(checks, done, running);
    }
}
