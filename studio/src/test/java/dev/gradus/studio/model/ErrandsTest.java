package dev.gradus.studio.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ErrandsTest {
    private final Errands errands = new Errands();

    @Test
    void ofTwoAboutTheSameTheNewerCounts() {
        errands.add(new Asked.Number(1, 0, 0, 0));
        errands.add(new Asked.Layer(1));
        errands.add(new Asked.Number(1, 0, 0, 1));
        assertThat(errands.next()).isEqualTo(new Asked.Layer(1));
        assertThat(errands.next()).isEqualTo(new Asked.Number(1, 0, 0, 1));
    }

    @Test
    void anotherModelMakesTheRestPointless() {
        errands.add(new Asked.Zeros());
        errands.add(new Asked.Layer(1));
        errands.add(new Asked.Models());
        errands.add(new Asked.Open("made/gpt"));
        assertThat(errands.next()).isEqualTo(new Asked.Models());
        assertThat(errands.next()).isEqualTo(new Asked.Open("made/gpt"));
        errands.end();
        assertThat(errands.next()).isNull();
    }

    /// What is being computed is given up for something newer of its kind, and for another input.
    @Test
    void whatIsBeingDoneIsInterrupted() throws Exception {
        var begun = new CountDownLatch(1);
        var given = new CountDownLatch(1);
        var worker =
                Thread.ofVirtual()
                        .start(() -> {
                            errands.next();
                            begun.countDown();
                            try {
                                Thread.sleep(60_000);
                            } catch (InterruptedException _) {
                                given.countDown();
                            }
                        });
        errands.add(new Asked.What(true, 0));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        errands.add(new Asked.Layer(0));
        assertThat(given.await(100, TimeUnit.MILLISECONDS)).isFalse();
        errands.add(new Asked.Zeros());
        assertThat(given.await(10, TimeUnit.SECONDS)).isTrue();
        worker.join();
    }
}
