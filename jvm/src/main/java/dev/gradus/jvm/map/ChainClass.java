package dev.gradus.jvm.map;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.gradus.jvm.Lanes;
import dev.gradus.jvm.Species;
import dev.gradus.jvm.map.Chain.Elementwise;
import dev.gradus.jvm.map.Chain.Given;
import dev.gradus.jvm.map.Chain.RowReduction;
import dev.gradus.jvm.map.Chain.Spread;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Cast;
import dev.gradus.tensor.op.Op;
import dev.gradus.tensor.op.Reduce;
import dev.gradus.tensor.op.Select;
import dev.gradus.tensor.op.Unary;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Writes the class that runs a [Chain], as if somebody had written the loop by hand:
///
/// ```java fragment
/// for (int i = 0; i < n; i += 16) {
///     FloatVector x = FloatVector.fromArray(FLOAT, a, aAt + i);
///     x.mul(factor).add(FloatVector.fromArray(FLOAT, b, bAt + i)).intoArray(out, outAt + i);
/// }
/// ```
///
/// Where rows matter, an outer loop goes over rows: numbers of a row are spread before the inner loop,
/// and what reduces the row has 16 running results whatever the width of vectors, so narrow vectors
/// pass over the row several times, each time over the elements of other lanes.
///
/// Measured before and after, one run, one thread: a step of a perceptron with Adam 4.0 and 2.7 ms, of a
/// small GPT 54 and 46, of ResNet-20 122 and 102 (`./gradus bench`, W2, W6, W4).
final class ChainClass {
    private static final int LENGTH = Lanes.BITS / Float.SIZE;

    private static final ClassDesc VECTOR = describe(FloatVector.class);
    private static final ClassDesc ANY_VECTOR = describe(Vector.class);
    private static final ClassDesc MASK = describe(VectorMask.class);
    private static final ClassDesc SPECIES = describe(VectorSpecies.class);
    private static final ClassDesc OPERATORS = describe(VectorOperators.class);
    private static final ClassDesc COMPARISON = describe(VectorOperators.Comparison.class);
    private static final ClassDesc TILES = describe(Tiles.class);
    private static final ClassDesc FLOATS = CD_float.arrayType();
    private static final ClassDesc BYTES = CD_byte.arrayType();
    private static final ClassDesc INTS = CD_int.arrayType();
    private static final ClassDesc NAME =
            ClassDesc.of(ChainClass.class.getPackageName(), "ChainOfOperations");

    // the arguments of the method
    private static final int TILES_LOCAL = 1;
    private static final int REGISTERS_LOCAL = 2;
    private static final int N_LOCAL = 3;
    private static final int LENGTH_LOCAL = 4;

    /// Where a value stands in memory: the locals with its array and with its first place.
    private record Place(int array, int at) {}

    private final Chain chain;
    private final CodeBuilder code;
    private final Splice splice;
    private final Place[] places;

    /// The local that holds each value as a vector or mask, or 0 before there is one: that is `this`.
    private final int[] values;

    /// The locals with the running results of reductions, by value.
    private final int[] running;

    private final List<Integer> reductions = new ArrayList<>();

    private ChainClass(Chain chain, CodeBuilder code) {
        this.chain = chain;
        this.code = code;
        this.splice = new Splice(code);
        var count = chain.given().size() + chain.links().size();
        places = new Place[count];
        values = new int[count];
        running = new int[count];
        for (var value = chain.given().size(); value < count; value++) {
            if (chain.link(value) instanceof RowReduction) {
                reductions.add(value);
            }
        }
    }

    /// Makes the loop of `chain`.
    static ChainLoop loop(Chain chain) {
        var bytes =
                ClassFile.of()
                        .build(
                                NAME,
                                type -> {
                                    type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC);
                                    type.withInterfaceSymbols(describe(ChainLoop.class));
                                    type.withMethodBody(
                                            "<init>",
                                            MethodTypeDesc.of(CD_void),
                                            0,
                                            code ->
                                                    code.aload(0)
                                                            .invokespecial(
                                                                    CD_Object,
                                                                    "<init>",
                                                                    MethodTypeDesc.of(CD_void))
                                                            .return_());
                                    type.withMethodBody(
                                            "run",
                                            MethodTypeDesc.of(CD_void, TILES, INTS, CD_int, CD_int),
                                            ClassFile.ACC_PUBLIC,
                                            code -> new ChainClass(chain, code).write());
                                });
        try {
            var lookup = MethodHandles.lookup();
            var type = lookup.defineHiddenClass(bytes, true).lookupClass();
            return (ChainLoop) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("no class could be made of " + chain, impossible);
        }
    }

    private static ClassDesc describe(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    // ---- the method

    private void write() {
        findPlaces();
        for (var value = 0; value < chain.given().size(); value++) {
            if (chain.given().get(value) == Given.NUMBER) {
                loadPlace(value);
                code.faload();
                broadcast();
                keep(value);
            }
        }
        if (chain.goesByRows()) {
            rows();
        } else {
            var i = counter();
            loop(i, N_LOCAL, LENGTH, () -> body(i));
        }
        code.return_();
    }

    private void findPlaces() {
        for (var value = 0; value < chain.given().size(); value++) {
            place(value, value, chain.given().get(value) == Given.TRUTHS);
        }
        for (var i = 0; i < chain.stored().size(); i++) {
            var value = chain.stored().get(i);
            place(value, chain.given().size() + i, isTruth(value));
        }
    }

    private void place(int value, int number, boolean truth) {
        var type = truth ? BYTES : FLOATS;
        var array = code.allocateLocal(TypeKind.REFERENCE);
        code.aload(TILES_LOCAL).getfield(TILES, truth ? "bytes" : "floats", type.arrayType());
        code.aload(REGISTERS_LOCAL).loadConstant(number).iaload().aaload().astore(array);
        var at = code.allocateLocal(TypeKind.INT);
        code.aload(TILES_LOCAL).getfield(TILES, "at", INTS);
        code.aload(REGISTERS_LOCAL).loadConstant(number).iaload().iaload().istore(at);
        places[value] = new Place(array, at);
    }

    private boolean isTruth(int value) {
        if (value < chain.given().size()) {
            return chain.given().get(value) == Given.TRUTHS;
        }
        return chain.link(value) instanceof Elementwise(var op, _)
                && switch (op) {
                    case Unary unary -> unary == Unary.NOT;
                    case Binary binary -> binary.isComparison() || binary.isLogical();
                    default -> false;
                };
    }

    private int counter() {
        var counter = code.allocateLocal(TypeKind.INT);
        code.loadConstant(0).istore(counter);
        return counter;
    }

    /// Repeats `body` while `counter` is below the local `end`.
    private void loop(int counter, int end, int step, Runnable body) {
        var begin = code.newLabel();
        var after = code.newLabel();
        code.labelBinding(begin).iload(counter).iload(end).if_icmpge(after);
        body.run();
        code.iinc(counter, step).goto_(begin).labelBinding(after);
    }

    // ---- rows

    private void rows() {
        var row = counter();
        var start = counter();
        var end = code.allocateLocal(TypeKind.INT);
        var i = code.allocateLocal(TypeKind.INT);
        var begin = code.newLabel();
        var after = code.newLabel();
        code.labelBinding(begin).iload(start).iload(N_LOCAL).if_icmpge(after);
        code.iload(start).iload(LENGTH_LOCAL).iadd().istore(end);
        spreadNumbers(row);
        if (reductions.isEmpty()) {
            code.iload(start).istore(i);
            loop(i, end, LENGTH, () -> body(i));
        } else {
            for (var lane = 0; lane < Lanes.LOGICAL; lane += LENGTH) {
                reduceLanes(start, end, i, lane);
            }
            reductions.forEach(value -> fold(value, row));
        }
        code.iinc(row, 1).iload(end).istore(start).goto_(begin).labelBinding(after);
    }

    private void spreadNumbers(int row) {
        for (var value = chain.given().size(); value < values.length; value++) {
            if (chain.link(value) instanceof Spread(int argument)) {
                code.aload(places[argument].array());
                code.iload(places[argument].at()).iload(row).iadd().faload();
                broadcast();
                keep(value);
            }
        }
    }

    /// Passes over the elements of a row that belong to one vector of lanes.
    private void reduceLanes(int start, int end, int i, int lane) {
        for (var value : reductions) {
            code.loadConstant(isSum(value) ? 0f : Float.NEGATIVE_INFINITY);
            broadcast();
            running[value] = code.allocateLocal(TypeKind.REFERENCE);
            code.astore(running[value]);
        }
        code.iload(start).loadConstant(lane).iadd().istore(i);
        loop(i, end, Lanes.LOGICAL, () -> body(i));
        for (var value : reductions) {
            code.aload(running[value]);
            code.aload(TILES_LOCAL).getfield(TILES, "lanes", FLOATS);
            code.loadConstant(Lanes.LOGICAL * reductions.indexOf(value) + lane);
            code.invokevirtual(VECTOR, "intoArray", MethodTypeDesc.of(CD_void, FLOATS, CD_int));
        }
    }

    private void fold(int value, int row) {
        code.aload(places[value].array()).iload(places[value].at()).iload(row).iadd();
        code.aload(TILES_LOCAL).getfield(TILES, "lanes", FLOATS);
        code.loadConstant(Lanes.LOGICAL * reductions.indexOf(value));
        code.invokestatic(
                describe(FloatReduce.class),
                isSum(value) ? "fold" : "foldMax",
                MethodTypeDesc.of(CD_float, FLOATS, CD_int));
        code.fastore();
    }

    private boolean isSum(int value) {
        return ((RowReduction) chain.link(value)).kind() == Reduce.Kind.SUM;
    }

    // ---- one vector of elements

    /// Computes the elements from `i` on. What is given is loaded before anything is stored: both may
    /// be the same place.
    private void body(int i) {
        for (var value = 0; value < chain.given().size(); value++) {
            switch (chain.given().get(value)) {
                case NUMBERS -> {
                    species();
                    loadPlace(value, i);
                    code.invokestatic(
                            VECTOR,
                            "fromArray",
                            MethodTypeDesc.of(VECTOR, SPECIES, FLOATS, CD_int));
                    keep(value);
                }
                case TRUTHS -> {
                    species();
                    loadPlace(value, i);
                    code.invokestatic(
                            describe(Masks.class),
                            "load",
                            MethodTypeDesc.of(MASK, SPECIES, BYTES, CD_int));
                    keep(value);
                }
                case NUMBER, ROWS -> {}
            }
        }
        for (var value = chain.given().size(); value < values.length; value++) {
            switch (chain.link(value)) {
                case Elementwise(var op, var arguments) -> {
                    compute(op, arguments);
                    keep(value);
                }
                case RowReduction(_, int argument) -> {
                    load(running[value]);
                    load(values[argument]);
                    two(isSum(value) ? "add" : "max");
                    code.astore(running[value]);
                }
                case Spread _ -> {}
            }
        }
        for (var k = 0; k < chain.stored().size(); k++) {
            store(chain.stored().get(k), i);
        }
    }

    private void store(int value, int i) {
        if (chain.link(value) instanceof RowReduction) {
            return;
        }
        load(values[value]);
        loadPlace(value, i);
        if (isTruth(value)) {
            code.invokestatic(
                    describe(Masks.class),
                    "store",
                    MethodTypeDesc.of(CD_void, MASK, BYTES, CD_int));
        } else {
            code.invokevirtual(VECTOR, "intoArray", MethodTypeDesc.of(CD_void, FLOATS, CD_int));
        }
    }

    private void compute(Op op, Ints arguments) {
        var a = values[arguments.get(0)];
        switch (op) {
            case Unary unary -> unary(unary, a);
            case Binary binary -> {
                load(a);
                if (binary.isComparison()) {
                    code.getstatic(OPERATORS, binary == Binary.LESS ? "LT" : "EQ", COMPARISON);
                    load(values[arguments.get(1)]);
                    code.invokevirtual(
                            VECTOR, "compare", MethodTypeDesc.of(MASK, COMPARISON, ANY_VECTOR));
                } else {
                    load(values[arguments.get(1)]);
                    binary(binary);
                }
            }
            case Select _ -> {
                load(values[arguments.get(2)]);
                load(values[arguments.get(1)]);
                load(a);
                code.invokevirtual(VECTOR, "blend", MethodTypeDesc.of(VECTOR, ANY_VECTOR, MASK));
            }
            case Cast _ -> {
                code.loadConstant(0f);
                broadcast();
                code.loadConstant(1f);
                load(a);
                code.invokevirtual(VECTOR, "blend", MethodTypeDesc.of(VECTOR, CD_float, MASK));
            }
            default -> throw new IllegalStateException(op + " is no link of a chain");
        }
    }

    private void unary(Unary unary, int a) {
        if (unary == Unary.RECIPROCAL) {
            code.loadConstant(1f);
            broadcast();
            load(a);
            two("div");
            return;
        }
        load(a);
        switch (unary) {
            case NEGATE -> one("neg");
            case SQRT -> one("sqrt");
            case NOT -> code.invokevirtual(MASK, "not", MethodTypeDesc.of(MASK));
            case EXP -> splice.method("exp");
            case LOG -> splice.method("log");
            case TANH -> splice.method("tanh");
            case SIGMOID -> splice.method("sigmoid");
            case ERF -> splice.method("erf");
            case FLOOR -> splice.method("floor");
            case RECIPROCAL, SIN -> throw new IllegalStateException(unary + " stands alone");
        }
    }

    private void binary(Binary binary) {
        switch (binary) {
            case ADD -> two("add");
            case SUBTRACT -> two("sub");
            case MULTIPLY -> two("mul");
            case DIVIDE -> two("div");
            case MAX -> two("max");
            case MIN -> two("min");
            case AND -> code.invokevirtual(MASK, "and", MethodTypeDesc.of(MASK, MASK));
            case OR -> code.invokevirtual(MASK, "or", MethodTypeDesc.of(MASK, MASK));
            case LESS, EQUAL, POWER, MODULO ->
                    throw new IllegalStateException(binary + " stands alone");
        }
    }

    private void one(String method) {
        code.invokevirtual(VECTOR, method, MethodTypeDesc.of(VECTOR));
    }

    private void two(String method) {
        code.invokevirtual(VECTOR, method, MethodTypeDesc.of(VECTOR, ANY_VECTOR));
    }

    // ---- pieces

    private void keep(int value) {
        if (values[value] == 0) {
            values[value] = code.allocateLocal(TypeKind.REFERENCE);
        }
        code.astore(values[value]);
    }

    private void load(int local) {
        code.aload(local);
    }

    private void species() {
        code.getstatic(describe(Species.class), "FLOAT", SPECIES);
    }

    /// Makes a vector of the number on top of the stack.
    private void broadcast() {
        var number = code.allocateLocal(TypeKind.FLOAT);
        code.fstore(number);
        species();
        code.fload(number);
        code.invokestatic(VECTOR, "broadcast", MethodTypeDesc.of(VECTOR, SPECIES, CD_float));
    }

    private void loadPlace(int value) {
        code.aload(places[value].array()).iload(places[value].at());
    }

    private void loadPlace(int value, int i) {
        loadPlace(value);
        code.iload(i).iadd();
    }
}
