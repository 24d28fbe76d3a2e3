package dev.gradus.jvm.map;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.backend.Body;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Operand;
import dev.gradus.tensor.backend.View;
import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Cast;
import dev.gradus.tensor.op.Move;
import dev.gradus.tensor.op.Op;
import dev.gradus.tensor.op.Reduce;
import dev.gradus.tensor.op.Select;
import dev.gradus.tensor.op.Unary;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A body of random steps over a random space, with operands of all kinds: numbers for each element,
/// repeated rows, numbers of rows, one number for all, truth values.
final class RandomBody {
    private static final int[] LENGTHS = {1, 7, 16, 48, 64, 100, 128, 1024};

    final Shape space;
    final List<Operand> inputs = new ArrayList<>();
    final Buffer[] slots;
    final Body body;

    private final Random random;
    private final List<Body.Step> steps = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();
    private final List<Integer> truths = new ArrayList<>();

    RandomBody(long seed) {
        random = new Random(seed);
        var length = LENGTHS[random.nextInt(LENGTHS.length)];
        space = Shape.of(1 + random.nextInt(Math.max(1, 1024 / length)), length);
        var buffers = new ArrayList<Buffer>();
        var count = 2 + random.nextInt(5);
        for (var i = 0; i < count; i++) {
            buffers.add(input(i, seed));
        }
        slots = buffers.toArray(new Buffer[0]);
        var wanted = 2 + random.nextInt(24);
        while (steps.size() < wanted) {
            step();
        }
        body = new Body(count, steps, results());
    }

    private Buffer input(int slot, long seed) {
        var rowOnly = Shape.of(space.size(0), 1);
        var kind = slot == 0 ? 0 : random.nextInt(6);
        var shape =
                switch (kind) {
                    case 3 -> Shape.of(space.size(1));
                    case 4 -> Shape.of(1);
                    case 5 -> space.size(1) > 1 ? rowOnly : space;
                    default -> space;
                };
        var view = kind == 5 ? View.of(shape) : View.of(shape).expand(space);
        if (kind == 2) {
            inputs.add(new Operand(slot, DType.BOOL, view));
            truths.add(slot);
            var bytes = new byte[space.count()];
            for (var i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) random.nextInt(2);
            }
            return new Buffer.Bytes(DType.BOOL, bytes);
        }
        inputs.add(new Operand(slot, DType.FLOAT32, view));
        (shape.equals(rowOnly) && space.size(1) > 1 ? rows : numbers).add(slot);
        var values =
                random.nextBoolean()
                        ? Values.floats(seed + slot, shape.count())
                        : Values.everyday(seed + slot, shape.count());
        return new Buffer.Floats(values);
    }

    private void step() {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> {
                var op = Unary.values()[random.nextInt(Unary.NOT.ordinal())];
                add(op, DType.FLOAT32, numbers, any(numbers));
            }
            case 3 -> {
                var op = random.nextBoolean() ? Binary.LESS : Binary.EQUAL;
                add(op, DType.BOOL, truths, any(numbers), any(numbers));
            }
            case 4 -> {
                if (!truths.isEmpty()) {
                    truth();
                }
            }
            case 5 -> {
                if (space.size(1) > 1) {
                    var kind = random.nextBoolean() ? Reduce.Kind.SUM : Reduce.Kind.MAX;
                    add(new Reduce(kind, Ints.of(1)), DType.FLOAT32, rows, any(numbers));
                }
            }
            case 6 -> {
                if (!rows.isEmpty()) {
                    add(new Move.Expand(space), DType.FLOAT32, numbers, any(rows));
                }
            }
            case 7 -> {
                if (!rows.isEmpty()) {
                    add(Binary.MULTIPLY, DType.FLOAT32, rows, any(rows), any(rows));
                }
            }
            default -> {
                var op = Binary.values()[random.nextInt(Binary.LESS.ordinal())];
                add(op, DType.FLOAT32, numbers, any(numbers), any(numbers));
            }
        }
    }

    private void truth() {
        switch (random.nextInt(4)) {
            case 0 -> add(Unary.NOT, DType.BOOL, truths, any(truths));
            case 1 -> add(Binary.AND, DType.BOOL, truths, any(truths), any(truths));
            case 2 -> add(new Cast(DType.FLOAT32), DType.FLOAT32, numbers, any(truths));
            default ->
                    add(
                            new Select(),
                            DType.FLOAT32,
                            numbers,
                            any(truths),
                            any(numbers),
                            any(numbers));
        }
    }

    private int any(List<Integer> registers) {
        // late ones more often, so that chains become long
        var from = random.nextInt(registers.size());
        return registers.get(Math.max(from, random.nextInt(registers.size())));
    }

    private void add(Op op, DType type, List<Integer> kind, int... arguments) {
        kind.add(inputs.size() + steps.size());
        steps.add(new Body.Step(op, type, Ints.of(arguments)));
    }

    /// Some registers, the last one among them.
    private Ints results() {
        var results = new ArrayList<Integer>();
        for (var register = inputs.size(); register < inputs.size() + steps.size(); register++) {
            if (random.nextInt(5) == 0 || register == inputs.size() + steps.size() - 1) {
                results.add(register);
            }
        }
        return Ints.of(results.stream().mapToInt(Integer::intValue).toArray());
    }
}
