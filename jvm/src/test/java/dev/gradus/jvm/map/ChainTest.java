package dev.gradus.jvm.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gradus.jvm.Lanes;
import dev.gradus.jvm.map.Chain.Elementwise;
import dev.gradus.jvm.map.Chain.Given;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Unary;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Steps that share a loop give the same bits as steps one by one.
class ChainTest {
    @Test
    void randomBodiesGiveTheSameBitsInOneLoopAsStepByStep() {
        assumeThat(Lanes.vectors()).isTrue();
        var chains = 0;
        for (var seed = 0; seed < 400; seed++) {
            var body = new RandomBody(seed);
            var program = new TileProgram(body.space, body.inputs, body.body);
            chains += (int) program.steps().stream().filter(ChainStep.class::isInstance).count();
            var alone = new Tiles();
            run(program, body, alone, false);
            var together = new Tiles();
            run(program, body, together, true);
            for (var i = 0; i < body.body.results().size(); i++) {
                var register = body.body.results().get(i);
                assertThat(bits(program, together, register, body.space.count()))
                        .as("body %d, register %d of %s", seed, register, body.body)
                        .isEqualTo(bits(program, alone, register, body.space.count()));
            }
        }
        assertThat(chains).isGreaterThan(400);
    }

    private static void run(TileProgram program, RandomBody body, Tiles tiles, boolean together) {
        program.bind(tiles, body.slots);
        program.load(tiles, body.slots, 0, body.space.count());
        for (var step : program.steps()) {
            if (step instanceof ChainStep chain) {
                if (together) {
                    chain.together(tiles, body.space.count());
                } else {
                    chain.oneByOne(tiles, body.space.count());
                }
            } else {
                step.run(tiles, body.space.count());
            }
        }
    }

    private static int[] bits(TileProgram program, Tiles tiles, int register, int count) {
        var n = program.isOfRows(register) ? count / program.rowLength() : count;
        var at = tiles.at(register);
        var bits = new int[n];
        for (var i = 0; i < n; i++) {
            bits[i] =
                    program.type(register) == DType.BOOL
                            ? tiles.bytes[register][at + i]
                            : Float.floatToIntBits(tiles.floats[register][at + i]);
        }
        return bits;
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aChainIsPromotedWhenItHasCostEnough() {
        assumeThat(Lanes.GRADUAL).isTrue();
        var links =
                List.<Chain.Link>of(
                        new Elementwise(Binary.MULTIPLY, Ints.of(0, 1)),
                        new Elementwise(Unary.EXP, Ints.of(2)));
        var code = ChainCode.of(new Chain(List.of(Given.NUMBERS, Given.NUMBER), links, Ints.of(3)));
        assertThat(code.isPromoted(Tiles.SIZE)).isFalse();
        while (!code.isPromoted(Tiles.SIZE)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theSameChainIsOneLoopInAllPrograms() {
        var first = new RandomBody(3);
        var same = new RandomBody(3);
        assumeThat(Lanes.vectors()).isTrue();
        assertThat(chains(first)).isEqualTo(chains(same)).isNotEmpty();
    }

    private static List<ChainCode> chains(RandomBody body) {
        var program = new TileProgram(body.space, body.inputs, body.body);
        return program.steps().stream()
                .filter(ChainStep.class::isInstance)
                .map(step -> ((ChainStep) step).code())
                .toList();
    }

    @Test
    void everyFunctionOfVectorMathCanBeCopied() {
        assumeThat(Lanes.vectors()).isTrue();
        for (var unary : Unary.values()) {
            if (unary == Unary.NOT || !Chain.knows(unary)) {
                continue;
            }
            var link = new Elementwise(unary, Ints.of(0));
            var loop =
                    ChainClass.loop(new Chain(List.of(Given.NUMBERS), List.of(link), Ints.of(1)));
            var tiles = new Tiles();
            tiles.require(2);
            tiles.own(0, DType.FLOAT32, 0);
            tiles.own(1, DType.FLOAT32, 1);
            tiles.floats[0] = Values.floats(9, Tiles.SIZE);
            loop.run(tiles, new int[] {0, 1}, Tiles.SIZE, 1);
            var expected = new float[Tiles.SIZE];
            var plain = FloatSteps.unary(unary, 0, 2);
            tiles.require(3);
            tiles.floats[2] = expected;
            plain.run(tiles, Tiles.SIZE);
            assertThat(Arrays.equals(tiles.floats[1], expected)).as("%s", unary).isTrue();
        }
    }
}
