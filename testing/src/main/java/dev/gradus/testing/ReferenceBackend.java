package dev.gradus.testing;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.backend.Backend;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Interpreter;
import dev.gradus.tensor.backend.Kernel;
import dev.gradus.tensor.backend.Operand;
import dev.gradus.tensor.op.ArgSort;
import dev.gradus.tensor.op.Contract;
import dev.gradus.tensor.op.CumulativeSum;
import dev.gradus.tensor.op.Index;
import dev.gradus.tensor.op.Move;
import dev.gradus.tensor.op.Op;
import dev.gradus.tensor.op.Reduce;
import dev.gradus.tensor.op.Source;
import dev.gradus.tensor.op.Window;
import java.util.ArrayList;
import java.util.List;

/// Runs kernels by handing each operation in them to the interpreter.
///
/// Slow, and short enough to be seen to be right: where it agrees with the interpreter but another
/// backend does not, that backend is wrong; where it disagrees, the way from graph to kernels is.
public final class ReferenceBackend implements Backend {
    @Override
    public String name() {
        return "reference";
    }

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public Availability availability() {
        return new Availability.Ready("always");
    }

    @Override
    public Executable compile(Kernel kernel) {
        return slots -> run(kernel, slots);
    }

    private static void run(Kernel kernel, Buffer[] slots) {
        switch (kernel) {
            case Kernel.MapKernel map -> map(map, slots);
            case Kernel.ReduceKernel reduce -> {
                var registers = registers(reduce.inputs(), reduce.body(), reduce.space(), slots);
                var result = registers.get(reduce.body().results().get(0));
                var op = new Reduce(reduce.kind(), reduce.axes());
                write(reduce.output(), slots, evaluate(op, reduce.output(), result));
            }
            case Kernel.MatMulKernel product -> {
                var op = new Contract.MatMul();
                write(
                        product.result(),
                        slots,
                        evaluate(
                                op,
                                matrices(product, product.rows(), product.columns()),
                                product.result().type(),
                                read(product.left(), slots),
                                read(product.right(), slots)));
                product.then().ifPresent(then -> map(then, slots));
            }
            case Kernel.ConvolveKernel convolution -> {
                var left = read(convolution.left(), slots);
                var right = read(convolution.right(), slots);
                var op = (Op) convolution.operation();
                write(convolution.result(), slots, evaluate(op, convolution.result(), left, right));
                convolution.then().ifPresent(then -> map(then, slots));
            }
            case Kernel.PoolKernel pool ->
                    one(
                            new Window.Pool(pool.kind(), pool.geometry()),
                            pool.input(),
                            pool.output(),
                            slots);
            case Kernel.SpreadKernel spread -> {
                var op = new Window.Spread(spread.geometry(), spread.output().view().shape());
                one(op, spread.input(), spread.output(), slots);
            }
            case Kernel.MaxPoolGradientKernel gradient -> {
                var op = new Window.MaxPoolGradient(gradient.geometry());
                var x = read(gradient.input(), slots);
                var up = read(gradient.up(), slots);
                write(gradient.output(), slots, evaluate(op, gradient.output(), x, up));
            }
            case Kernel.GatherKernel gather -> {
                var table =
                        shaped(
                                read(gather.source(), slots),
                                gather.before(),
                                gather.size(),
                                gather.after());
                var indices = shaped(read(gather.indices(), slots), gather.count());
                var shape = Shape.of(gather.before(), gather.count(), gather.after());
                var type = gather.output().type();
                write(
                        gather.output(),
                        slots,
                        evaluate(new Index.Gather(1), shape, type, table, indices));
            }
            case Kernel.ScatterAddKernel scatter -> {
                var indices = shaped(read(scatter.indices(), slots), scatter.count());
                var updates =
                        shaped(
                                read(scatter.updates(), slots),
                                scatter.before(),
                                scatter.count(),
                                scatter.after());
                var shape = Shape.of(scatter.before(), scatter.size(), scatter.after());
                var op = new Index.ScatterAdd(1, scatter.size());
                var type = scatter.output().type();
                write(scatter.output(), slots, evaluate(op, shape, type, indices, updates));
            }
            case Kernel.ArgSortKernel sort -> {
                var x = shaped(read(sort.input(), slots), sort.before(), sort.size(), sort.after());
                var shape = Shape.of(sort.before(), sort.count(), sort.after());
                var op = new ArgSort(1, sort.descending(), sort.count());
                write(sort.output(), slots, evaluate(op, shape, DType.INT64, x));
            }
            case Kernel.CumulativeSumKernel sum -> {
                var x = shaped(read(sum.input(), slots), sum.before(), sum.size(), sum.after());
                var op = new CumulativeSum(1);
                write(sum.output(), slots, evaluate(op, x.shape(), sum.output().type(), x));
            }
        }
    }

    private static Shape matrices(Kernel.MatMulKernel product, int rows, int columns) {
        return product.batch().append(Shape.of(rows, columns));
    }

    private static void map(Kernel.MapKernel map, Buffer[] slots) {
        var registers = registers(map.inputs(), map.body(), map.space(), slots);
        for (var i = 0; i < map.outputs().size(); i++) {
            var result = registers.get(map.body().results().get(i));
            write(map.outputs().get(i), slots, result.numbers());
        }
    }

    private static List<Interpreter.Value> registers(
            List<Operand> inputs,
            dev.gradus.tensor.backend.Body body,
            Shape space,
            Buffer[] slots) {
        var registers = new ArrayList<Interpreter.Value>();
        inputs.forEach(input -> registers.add(read(input, slots)));
        for (var step : body.steps()) {
            var arguments = new Interpreter.Value[step.arguments().size()];
            for (var i = 0; i < arguments.length; i++) {
                arguments[i] = registers.get(step.arguments().get(i));
            }
            var shape = shape(step.op(), arguments, space);
            var numbers =
                    shape.count() == 0
                            ? Buffer.allocate(step.type(), 0)
                            : evaluate(step.op(), shape, step.type(), arguments);
            registers.add(new Interpreter.Value(numbers, shape));
        }
        return registers;
    }

    /// Returns the shape of a step: that of the kernel, or with one number for each row.
    private static Shape shape(Op op, Interpreter.Value[] arguments, Shape space) {
        return switch (op) {
            case Reduce _ -> space.with(space.rank() - 1, 1);
            case Move.Expand _, Source.Random _ -> space;
            default -> arguments[0].shape();
        };
    }

    private static void one(Op op, Operand input, Operand output, Buffer[] slots) {
        write(output, slots, evaluate(op, output, read(input, slots)));
    }

    private static Buffer evaluate(Op op, Operand output, Interpreter.Value... inputs) {
        return evaluate(op, output.view().shape(), output.type(), inputs);
    }

    private static Buffer evaluate(Op op, Shape shape, DType type, Interpreter.Value... inputs) {
        return Interpreter.evaluate(op, List.of(inputs), shape, type);
    }

    private static Interpreter.Value shaped(Interpreter.Value value, int... sizes) {
        return new Interpreter.Value(value.numbers(), Shape.of(sizes));
    }

    private static Interpreter.Value read(Operand operand, Buffer[] slots) {
        var shape = operand.view().shape();
        var numbers = Buffer.allocate(operand.type(), shape.count());
        for (var i = 0; i < numbers.size(); i++) {
            move(slots[operand.slot()], place(operand, i), numbers, i);
        }
        return new Interpreter.Value(numbers, shape);
    }

    private static void write(Operand operand, Buffer[] slots, Buffer numbers) {
        for (var i = 0; i < numbers.size(); i++) {
            move(numbers, i, slots[operand.slot()], place(operand, i));
        }
    }

    private static void move(Buffer from, int source, Buffer to, int target) {
        if (from.type().isFloating()) {
            to.set(target, from.getDouble(source));
        } else {
            to.set(target, from.getLong(source));
        }
    }

    private static int place(Operand operand, int index) {
        var view = operand.view();
        var at = view.offset();
        var rest = index;
        for (var axis = view.shape().rank() - 1; axis >= 0; axis--) {
            at += rest % view.shape().size(axis) * view.stride(axis);
            rest /= view.shape().size(axis);
        }
        return at;
    }
}
