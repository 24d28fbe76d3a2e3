package dev.gradus.course.picture;

import dev.gradus.course.check.Verdict;

/// Says why a picture could not answer: what it did, or which limit was hit.
public final class PictureException extends Exception {
    private static final long serialVersionUID = 1;

    private final Verdict verdict;

    PictureException(Verdict verdict, String message) {
        super(message);
        this.verdict = verdict;
    }

    /// Returns what came of the question.
    public Verdict verdict() {
        return verdict;
    }
}
