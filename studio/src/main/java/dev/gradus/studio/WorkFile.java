package dev.gradus.studio;

import dev.gradus.course.work.Archive;
import dev.gradus.course.work.Workspace;
import dev.gradus.studio.server.Transfer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// All of a learner's work as one file.
record WorkFile(Workspace workspace) implements Transfer {
    @Override
    public void give(Path file) throws IOException {
        Archive.of(workspace).write(file);
    }

    @Override
    public Map<String, Object> take(Path file) throws IOException {
        var summary = Archive.of(workspace).read(file);
        return Map.of(
                "lessons", summary.lessons(),
                "programs", summary.programs(),
                "aside", summary.aside(),
                "runs", summary.runs());
    }
}
