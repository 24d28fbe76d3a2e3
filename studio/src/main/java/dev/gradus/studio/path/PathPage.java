package dev.gradus.studio.path;

import dev.gradus.course.work.Classroom;
import dev.gradus.io.Json;
import dev.gradus.studio.server.Answers;
import dev.gradus.studio.server.Conversation;
import dev.gradus.studio.server.Questions;
import dev.gradus.studio.server.Wire;
import dev.gradus.train.record.RunsDirectory;
import java.io.IOException;
import java.util.Map;

/// The path's side of an open page: it tells where the learner is, whenever it is asked.
public final class PathPage implements Conversation, Answers<String> {
    private static final String LOOK = "look";

    private final Wire wire;
    private final Classroom classroom;
    private final Questions<String> questions;

    /// Begins a conversation with the page at the other end of `wire`.
    public PathPage(Wire wire, Classroom classroom) {
        this.wire = wire;
        this.classroom = classroom;
        this.questions = new Questions<>("gradus-path", this);
    }

    @Override
    public void said(String text) {
        questions.said(text);
    }

    @Override
    public void end() {
        questions.end();
    }

    @Override
    public String read(String text) {
        if (!text.equals(LOOK)) {
            throw new IllegalArgumentException("a path can only be looked at");
        }
        return text;
    }

    @Override
    public boolean supersedes(String newer, String older) {
        return true;
    }

    @Override
    public void answer(String question) throws IOException {
        wire.tell(Json.line(PathData.of(classroom)));
        // afterwards: to read a long run takes a while
        wire.tell(Json.line(LastRun.of(RunsDirectory.ofUser())));
    }

    @Override
    public void refuse(String question, String why) {
        wire.tell(Json.line(Map.of("is", "trouble", "why", why)));
    }
}
