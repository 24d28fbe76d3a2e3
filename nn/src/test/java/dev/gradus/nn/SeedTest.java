package dev.gradus.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeedTest {
    @Test
    void givesEveryChildASeedOfItsOwn() {
        var seed = Seed.seed(1);
        var children =
                Stream.concat(
                        Stream.of(seed, seed.child("weight"), seed.child("bias"), seed.child("")),
                        IntStream.range(-5, 100).mapToObj(seed::child));
        assertThat(children).doesNotHaveDuplicates();
    }

    @Test
    void givesTheSameChildEveryTime() {
        assertThat(Seed.seed(7).child(3).child("weight"))
                .isEqualTo(Seed.seed(7).child(3).child("weight"));
    }

    @Test
    void isUnrelatedToItsNeighbours() {
        assertThat(Seed.seed(1).child(1)).isNotEqualTo(Seed.seed(2).child(0));
        assertThat(Seed.seed(1).bits(1)).isNotEqualTo(Seed.seed(2).bits(0));
    }
}
