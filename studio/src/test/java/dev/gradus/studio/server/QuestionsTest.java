package dev.gradus.studio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.tensor.ComputationInterruptedException;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private static final int PATIENCE = 20;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final CountDownLatch free = new CountDownLatch(1);
    private final CountDownLatch taken = new CountDownLatch(1);
    private final Questions<String> questions = new Questions<>("gradus-test", new Page());

    /// Of two questions with one first letter the newer counts; `!` ends what is being answered.
    private final class Page implements Answers<String> {
        @Override
        public String read(String text) {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("nothing was asked");
            }
            return text;
        }

        @Override
        public void answer(String question) throws IOException {
            switch (question) {
                case "hold" -> hold(false);
                case "hold until ended" -> hold(true);
                case "io" -> throw new IOException("the disk is full");
                case "wrong" -> throw new IllegalStateException("that is wrong");
                case "memory" -> throw new OutOfMemoryError("for this test");
                case "deep" -> throw new StackOverflowError();
                default -> told.add(question);
            }
        }

        private void hold(boolean interrupted) {
            taken.countDown();
            try {
                assertThat(free.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
                told.add("overtaken: " + questions.isOvertaken());
            } catch (InterruptedException e) {
                told.add("ended");
                throw interrupted
                        ? new ComputationInterruptedException()
                        : new IllegalStateException("a file was closed by the interruption", e);
            }
        }

        @Override
        public void refuse(String question, String why) {
            told.add(question + ": " + why);
        }

        @Override
        public boolean supersedes(String newer, String older) {
            return newer.charAt(0) == older.charAt(0);
        }

        @Override
        public boolean ends(String newer, String running) {
            return newer.startsWith("!");
        }
    }

    @AfterEach
    void end() {
        questions.end();
    }

    private String next() throws InterruptedException {
        return told.poll(PATIENCE, TimeUnit.SECONDS);
    }

    private void holdOn(String how) throws InterruptedException {
        questions.said(how);
        assertThat(taken.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void ofThoseThatWaitTheNewestOfAKindIsAnswered() throws Exception {
        holdOn("hold");
        questions.said("a1");
        questions.said("b");
        questions.said("a2");
        free.countDown();
        assertThat(next()).isEqualTo("overtaken: false");
        assertThat(next()).isEqualTo("b");
        assertThat(next()).isEqualTo("a2");
    }

    @Test
    void whoAnswersCanSeeThatTheQuestionWasAskedAnew() throws Exception {
        holdOn("hold");
        questions.said("have it otherwise");
        free.countDown();
        assertThat(next()).isEqualTo("overtaken: true");
        assertThat(next()).isEqualTo("have it otherwise");
    }

    @Test
    void whatIsPointlessIsEndedWithoutAWord() throws Exception {
        holdOn("hold until ended");
        questions.said("!");
        assertThat(next()).isEqualTo("ended");
        assertThat(next()).isEqualTo("!");
    }

    @Test
    void whatAnInterruptionBreaksIsNoError() throws Exception {
        holdOn("hold");
        questions.said("!");
        assertThat(next()).isEqualTo("ended");
        // and it meets nothing that comes after
        assertThat(next()).isEqualTo("!");
        questions.said("a");
        assertThat(next()).isEqualTo("a");
    }

    @Test
    void errorsAreToldAndTheNextQuestionIsTaken() throws Exception {
        questions.said("io");
        assertThat(next()).isEqualTo("io: the disk is full");
        questions.said("wrong");
        assertThat(next()).isEqualTo("wrong: that is wrong");
        questions.said("memory");
        assertThat(next()).startsWith("memory: the memory of the studio, ");
        questions.said("deep");
        assertThat(next()).isEqualTo("deep: its parts are nested too deeply");
        questions.said("a");
        assertThat(next()).isEqualTo("a");
    }

    @Test
    void whatMakesNoSenseIsRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> questions.said(""));
    }

    @Test
    void noMoreMayWaitThanHaveRoom() throws Exception {
        holdOn("hold");
        for (var i = 0; i < Questions.MOST; i++) {
            questions.said((char) ('A' + i) + "");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> questions.said("ä"))
                .withMessage("more was asked for than can be done");
        // another one in the place of one that waits is no more
        questions.said("B!");
        free.countDown();
    }

    @Test
    void nothingIsAnsweredAfterTheEnd() throws Exception {
        holdOn("hold until ended");
        questions.said("a");
        questions.end();
        assertThat(next()).isEqualTo("ended");
        assertThat(told.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }
}
