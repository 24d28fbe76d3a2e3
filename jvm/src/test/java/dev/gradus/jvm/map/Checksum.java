package dev.gradus.jvm.map;

import dev.gradus.jvm.Lanes;
import dev.gradus.jvm.index.ScatterAdd;
import dev.gradus.jvm.random.RandomLoops;
import dev.gradus.tensor.DType;
import java.util.Arrays;
import java.util.zip.CRC32;

/// Runs every float32 loop over special and random numbers and prints one checksum for each loop.
///
/// A process has one vector width, so widths are compared by running this in several processes.
public final class Checksum {

    private static final int TILE = 1024;
    private static final int COUNT = 100_000;

    private final CRC32 crc = new CRC32();
    private final float[] a = Values.floats(21, COUNT);
    private final float[] b = Values.floats(22, COUNT);
    private final float[] everyday = Values.everyday(23, COUNT);
    private final float[] out = new float[TILE];
    private final byte[] condition = new byte[TILE];

    private Checksum() {}

    public static void main(String[] arguments) {
        var lines = new StringBuilder();
        lines.append("bits ").append(Lanes.BITS).append('\n');
        new Checksum().run(lines);
        IO.print(lines);
    }

    private interface Loop {
        void run(int from, int n);
    }

    private void run(StringBuilder lines) {
        tiles(lines, "negate", (from, n) -> FloatLoops.negate(a, from, out, 0, n));
        tiles(lines, "exp", (from, n) -> FloatLoops.exp(a, from, out, 0, n));
        tiles(lines, "log", (from, n) -> FloatLoops.log(a, from, out, 0, n));
        tiles(lines, "sqrt", (from, n) -> FloatLoops.sqrt(a, from, out, 0, n));
        tiles(lines, "reciprocal", (from, n) -> FloatLoops.reciprocal(a, from, out, 0, n));
        tiles(lines, "sin", (from, n) -> FloatLoops.sin(a, from, out, 0, n));
        tiles(lines, "sin everyday", (from, n) -> FloatLoops.sin(everyday, from, out, 0, n));
        tiles(lines, "tanh", (from, n) -> FloatLoops.tanh(a, from, out, 0, n));
        tiles(lines, "erf", (from, n) -> FloatLoops.erf(a, from, out, 0, n));
        tiles(lines, "floor", (from, n) -> FloatLoops.floor(a, from, out, 0, n));
        tiles(lines, "add", (from, n) -> FloatLoops.add(a, from, b, from, out, 0, n));
        tiles(lines, "subtract", (from, n) -> FloatLoops.subtract(a, from, b, from, out, 0, n));
        tiles(lines, "multiply", (from, n) -> FloatLoops.multiply(a, from, b, from, out, 0, n));
        tiles(lines, "divide", (from, n) -> FloatLoops.divide(a, from, b, from, out, 0, n));
        tiles(lines, "max", (from, n) -> FloatLoops.max(a, from, b, from, out, 0, n));
        tiles(lines, "min", (from, n) -> FloatLoops.min(a, from, b, from, out, 0, n));
        tiles(lines, "power", (from, n) -> FloatLoops.power(a, from, b, from, out, 0, n));
        tiles(lines, "modulo", (from, n) -> FloatLoops.modulo(a, from, b, from, out, 0, n));
        tiles(lines, "a + 0.1", (from, n) -> FloatLoops.add(a, from, 0.1f, out, 0, n));
        tiles(lines, "0.1 / a", (from, n) -> FloatLoops.divide(0.1f, a, from, out, 0, n));
        tiles(lines, "less", (from, n) -> FloatLoops.less(a, from, b, from, condition, 0, n));
        tiles(lines, "equal", (from, n) -> FloatLoops.equal(a, from, 1f, condition, 0, n));
        tiles(
                lines,
                "select",
                (from, n) -> FloatLoops.select(condition, 0, a, from, b, from, out, 0, n));
        tiles(lines, "random", (from, n) -> RandomLoops.fill(5, 6, from, out, 0, n));
        tiles(lines, "sum", (from, n) -> out[0] = FloatReduce.sum(everyday, from, n));
        tiles(lines, "any sum", (from, n) -> out[0] = FloatReduce.sum(a, from, n));
        tiles(lines, "product", (from, n) -> out[0] = FloatReduce.product(everyday, from, n));
        tiles(lines, "maximum", (from, n) -> out[0] = FloatReduce.max(a, from, n));
        tiles(lines, "argmax", (from, n) -> out[0] = FloatReduce.argmax(a, from, n));
        tiles(
                lines,
                "rows",
                (from, n) -> FloatReduce.addRows(everyday, from, n / 4, 4, out, 0, n / 4));
        int[] positions = {0, 1, 0, 0};
        tiles(
                lines,
                "scatter",
                (from, n) ->
                        ScatterAdd.scatterAdd(
                                everyday, from, positions, 0, 4, out, 0, 2, 1, n / 4, 0, n / 4));
        bodies(lines);
    }

    /// Whole bodies, whose steps share loops where there are vectors.
    private void bodies(StringBuilder lines) {
        crc.reset();
        Tiles tiles = Tiles.ofThisThread();
        for (int seed = 0; seed < 60; seed++) {
            RandomBody body = new RandomBody(seed);
            TileProgram program = new TileProgram(body.space, body.inputs, body.body);
            int count = body.space.count();
            program.bind(tiles, body.slots);
            program.run(tiles, body.slots, 0, count);
            for (int i = 0; i < body.body.results().size(); i++) {
                int register = body.body.results().get(i);
                int n = program.isOfRows(register) ? count / program.rowLength() : count;
                for (int k = tiles.at(register); k < tiles.at(register) + n; k++) {
                    update(
                            program.type(register) == DType.BOOL
                                    ? tiles.bytes[register][k]
                                    : Float.floatToIntBits(tiles.floats[register][k]));
                }
            }
        }
        lines.append("bodies ").append(Long.toHexString(crc.getValue())).append('\n');
    }

    private void tiles(StringBuilder lines, String name, Loop loop) {
        Arrays.fill(out, 0f);
        crc.reset();
        // tiles of odd sizes between whole ones
        int n = TILE;
        for (int from = 0; from + TILE <= COUNT; from += n) {
            n = from % 3 == 0 ? TILE : 207;
            loop.run(from, n);
            for (int i = 0; i < TILE; i++) {
                update(Float.floatToIntBits(out[i]));
            }
            crc.update(condition);
        }
        lines.append(name).append(' ').append(Long.toHexString(crc.getValue())).append('\n');
    }

    private void update(int bits) {
        crc.update(bits);
        crc.update(bits >>> 8);
        crc.update(bits >>> 16);
        crc.update(bits >>> 24);
    }
}
