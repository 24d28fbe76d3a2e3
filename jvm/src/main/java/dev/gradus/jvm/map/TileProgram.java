package dev.gradus.jvm.map;

import dev.gradus.jvm.Lanes;
import dev.gradus.jvm.random.RandomLoops;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.backend.Body;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Operand;
import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Cast;
import dev.gradus.tensor.op.Move;
import dev.gradus.tensor.op.Reduce;
import dev.gradus.tensor.op.Select;
import dev.gradus.tensor.op.Source;
import dev.gradus.tensor.op.Unary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The body of a kernel as a list of loops over tiles.
///
/// Inputs that stand side by side in memory are read in place, one number for all stays one number,
/// and the rest is laid out in a tile first.
public final class TileProgram {
    private final List<Operand> inputs;
    private final Walk[] walks;
    private final DType[] types;
    private final boolean[] scalar;

    /// Scalars that some loop wants as a whole tile.
    private final boolean[] filled;

    /// Registers with one number for each row.
    private final boolean[] ofRows;

    /// What is done on a tile, in order.
    private final TileStep[] steps;

    /// For each step of the body which of [#steps] does it.
    private final int[] places;

    private final int run;

    /// The length of a row where some register is [#ofRows], else 1.
    private final int rowLength;

    /// Compiles `body` over the elements of `space`.
    public TileProgram(Shape space, List<Operand> inputs, Body body) {
        this.inputs = inputs;
        var registers = inputs.size() + body.steps().size();
        types = new DType[registers];
        scalar = new boolean[registers];
        filled = new boolean[registers];
        walks = new Walk[inputs.size()];
        ofRows = rows(space, inputs, body);
        rowLength = rowLength(space, ofRows);
        for (var i = 0; i < walks.length; i++) {
            types[i] = inputs.get(i).type();
            walks[i] = new Walk(inputs.get(i).view());
            scalar[i] = inputs.get(i).view().isScalar();
        }
        var built = new ArrayList<TileStep>();
        for (var i = 0; i < body.steps().size(); i++) {
            var step = body.steps().get(i);
            types[inputs.size() + i] = step.type();
            var compiled = step(step, inputs.size() + i);
            built.add(
                    ofRows[inputs.size() + i] && !(step.op() instanceof Reduce)
                            ? (tiles, n) -> compiled.run(tiles, n / rowLength)
                            : compiled);
        }
        for (var i = 0; i < body.results().size(); i++) {
            fill(body.results().get(i));
        }
        if (Lanes.vectors()) {
            var numbers = isNumber(inputs, registers);
            var chaining = new Chaining(body, List.of(types), ofRows, numbers, rowLength, built);
            steps = chaining.order();
            places = chaining.places();
        } else {
            steps = built.toArray(new TileStep[0]);
            places = IntStream.range(0, steps.length).toArray();
        }
        run =
                Arrays.stream(walks)
                        .filter(walk -> walk.run() > 1)
                        .mapToInt(Walk::run)
                        .min()
                        .orElse(1);
    }

    private static boolean[] isNumber(List<Operand> inputs, int registers) {
        var numbers = new boolean[registers];
        for (var i = 0; i < inputs.size(); i++) {
            numbers[i] = inputs.get(i).view().isScalar();
        }
        return numbers;
    }

    private static boolean[] rows(Shape space, List<Operand> inputs, Body body) {
        var rows = new boolean[inputs.size() + body.steps().size()];
        for (var i = 0; i < inputs.size(); i++) {
            rows[i] = !inputs.get(i).view().shape().equals(space);
        }
        for (var i = 0; i < body.steps().size(); i++) {
            var step = body.steps().get(i);
            rows[inputs.size() + i] =
                    switch (step.op()) {
                        case Reduce _ -> true;
                        case Move.Expand _ -> false;
                        default -> step.arguments().size() > 0 && rows[step.arguments().get(0)];
                    };
        }
        return rows;
    }

    private static int rowLength(Shape space, boolean[] ofRows) {
        for (var rows : ofRows) {
            if (rows) {
                return space.size(-1);
            }
        }
        return 1;
    }

    /// Returns whether a register holds one number for each row, of [#rowLength] elements.
    boolean isOfRows(int register) {
        return ofRows[register];
    }

    /// Returns the length of rows that must not be cut; 1 where there are none.
    int rowLength() {
        return rowLength;
    }

    /// Returns whether step `later` of the body may read when step `earlier` has written.
    boolean follows(int later, int earlier) {
        return places[later] > places[earlier]
                || places[later] == places[earlier] && later > earlier;
    }

    /// Returns how many registers a run needs.
    int registers() {
        return types.length;
    }

    /// Returns what is done on a tile, in order.
    List<TileStep> steps() {
        return List.of(steps);
    }

    DType type(int register) {
        return types[register];
    }

    /// Returns the length of the shortest row that some input has, so that tiles can hold whole
    /// rows.
    int run() {
        return run;
    }

    /// Lets all registers point where they stay during the kernel.
    public void bind(Tiles tiles, Buffer[] slots) {
        tiles.require(registers());
        for (var i = 0; i < types.length; i++) {
            if (i < walks.length && scalar[i] && !filled[i]) {
                tiles.point(i, slots[inputs.get(i).slot()], inputs.get(i).view().offset());
            } else {
                tiles.own(i, types[i], i);
            }
            tiles.loaded[i] = 0;
            if (i < walks.length && filled[i]) {
                walks[i].load(slots[inputs.get(i).slot()], 0, 1, tiles.array(i, types[i]));
                spread(tiles.array(i, types[i]));
            }
        }
    }

    private static void spread(Object tile) {
        for (var done = 1; done < Tiles.SIZE; done *= 2) {
            System.arraycopy(tile, 0, tile, done, done);
        }
    }

    /// Computes all registers for the `n` elements from flat index `start` on.
    public void run(Tiles tiles, Buffer[] slots, int start, int n) {
        load(tiles, slots, start, n);
        for (var step : steps) {
            step.run(tiles, n);
        }
    }

    /// Lets the registers of inputs hold the `n` elements from flat index `start` on, or point there.
    void load(Tiles tiles, Buffer[] slots, int start, int n) {
        tiles.start = start;
        for (var i = 0; i < walks.length; i++) {
            if (!scalar[i]) {
                var each = ofRows[i] ? rowLength : 1;
                load(tiles, slots, i, start / each, n / each);
            }
        }
    }

    private void load(Tiles tiles, Buffer[] slots, int input, int start, int n) {
        var buffer = slots[inputs.get(input).slot()];
        var direct = walks[input].direct(start, n);
        if (direct >= 0) {
            tiles.point(input, buffer, direct);
            tiles.loaded[input] = 0;
            return;
        }
        var again = walks[input].repeatsRows() && start % walks[input].run() == 0;
        if (again && n <= tiles.loaded[input]) {
            return;
        }
        tiles.own(input, types[input], input);
        walks[input].load(buffer, start, n, tiles.array(input, types[input]));
        tiles.loaded[input] = again ? n : 0;
    }

    // ---- steps

    private int fill(int register) {
        if (scalar[register]) {
            scalar[register] = false;
            filled[register] = true;
        }
        return register;
    }

    private TileStep step(Body.Step step, int out) {
        var a = step.arguments().get(0);
        return switch (step.op()) {
            case Unary unary -> unary(unary, fill(a), out);
            case Binary binary -> binary(binary, a, step.arguments().get(1), out);
            case Select _ -> select(fill(a), step.arguments().get(1), step.arguments().get(2), out);
            case Cast(var type) -> CastSteps.cast(types[a], fill(a), type, out);
            case Source.Random(int site) ->
                    (t, n) ->
                            RandomLoops.fill(
                                    t.longs[a][t.at[a]],
                                    site,
                                    t.start,
                                    t.floats[out],
                                    t.at[out],
                                    n);
            case Reduce(var kind, _) -> RowSteps.reduce(kind, fill(a), out, rowLength);
            case Move.Expand _ -> RowSteps.spread(types[a], fill(a), out, rowLength);
            default -> throw new IllegalStateException(step.op() + " is no elementwise operation");
        };
    }

    private TileStep unary(Unary unary, int a, int out) {
        return switch (types[a]) {
            case FLOAT32 -> FloatSteps.unary(unary, a, out);
            case FLOAT64 -> DoubleSteps.unary(unary, a, out);
            case INT32 -> IntSteps.unary(unary, a, out);
            case INT64 -> LongSteps.unary(unary, a, out);
            case UINT8 -> ByteSteps.unary(unary, a, out);
            case BOOL -> BoolSteps.not(a, out);
        };
    }

    private TileStep binary(Binary binary, int a, int b, int out) {
        if (types[a] == DType.BOOL) {
            return BoolSteps.binary(binary, fill(a), fill(b), out);
        }
        if (scalar[b]) {
            fill(a);
            return switch (types[a]) {
                case FLOAT32 -> FloatSteps.binaryWithScalar(binary, a, b, out);
                case FLOAT64 -> DoubleSteps.binaryWithScalar(binary, a, b, out);
                case INT32 -> IntSteps.binaryWithScalar(binary, a, b, out);
                case INT64 -> LongSteps.binaryWithScalar(binary, a, b, out);
                case UINT8, BOOL -> ByteSteps.binaryWithScalar(binary, a, b, out);
            };
        }
        if (scalar[a]) {
            return switch (types[a]) {
                case FLOAT32 -> FloatSteps.scalarWithBinary(binary, a, b, out);
                case FLOAT64 -> DoubleSteps.scalarWithBinary(binary, a, b, out);
                case INT32 -> IntSteps.scalarWithBinary(binary, a, b, out);
                case INT64 -> LongSteps.scalarWithBinary(binary, a, b, out);
                case UINT8, BOOL -> ByteSteps.scalarWithBinary(binary, a, b, out);
            };
        }
        return switch (types[a]) {
            case FLOAT32 -> FloatSteps.binary(binary, a, b, out);
            case FLOAT64 -> DoubleSteps.binary(binary, a, b, out);
            case INT32 -> IntSteps.binary(binary, a, b, out);
            case INT64 -> LongSteps.binary(binary, a, b, out);
            case UINT8, BOOL -> ByteSteps.binary(binary, a, b, out);
        };
    }

    private TileStep select(int condition, int a, int b, int out) {
        return switch (types[a]) {
            case FLOAT32 -> FloatSteps.select(condition, a, scalar[a], b, scalar[b], out);
            case FLOAT64 -> DoubleSteps.select(condition, a, scalar[a], b, scalar[b], out);
            case INT32 -> IntSteps.select(condition, a, scalar[a], b, scalar[b], out);
            case INT64 -> LongSteps.select(condition, a, scalar[a], b, scalar[b], out);
            case UINT8, BOOL -> ByteSteps.select(condition, a, scalar[a], b, scalar[b], out);
        };
    }
}
