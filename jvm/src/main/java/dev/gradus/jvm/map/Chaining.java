package dev.gradus.jvm.map;

import dev.gradus.jvm.Lanes;
import dev.gradus.jvm.map.Chain.Elementwise;
import dev.gradus.jvm.map.Chain.Given;
import dev.gradus.jvm.map.Chain.Link;
import dev.gradus.jvm.map.Chain.RowReduction;
import dev.gradus.jvm.map.Chain.Spread;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.backend.Body;
import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Cast;
import dev.gradus.tensor.op.Move;
import dev.gradus.tensor.op.Reduce;
import dev.gradus.tensor.op.Select;
import dev.gradus.tensor.op.Unary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/// Puts the steps of a body into an order in which as many as possible are one [Chain] after another:
/// first all that can be done alone, then all that can join the chain, and so on.
final class Chaining {
    private final Body body;
    private final List<DType> types;
    private final boolean[] ofRows;
    private final boolean[] numbers;
    private final int rowLength;
    private final List<TileStep> steps;

    private final boolean[] done;
    private final List<Integer> rest = new ArrayList<>();
    private final List<TileStep> order = new ArrayList<>();

    /// For each step its place in the order.
    private final int[] places;

    /// Orders the steps of `body`.
    ///
    /// @param types the type of each register
    /// @param ofRows the registers with a number for each row
    /// @param numbers the registers with one number for all elements
    /// @param steps what each step of the body does when it is done alone
    Chaining(
            Body body,
            List<DType> types,
            boolean[] ofRows,
            boolean[] numbers,
            int rowLength,
            List<TileStep> steps) {
        this.body = body;
        this.types = types;
        this.ofRows = ofRows;
        this.numbers = numbers;
        this.rowLength = rowLength;
        this.steps = steps;
        done = new boolean[types.size()];
        Arrays.fill(done, 0, body.inputs(), true);
        places = new int[steps.size()];
        for (var i = 0; i < steps.size(); i++) {
            rest.add(i);
        }
        while (!rest.isEmpty()) {
            while (rest.removeIf(this::doAlone)) {}
            doTogether();
        }
    }

    /// Returns the steps and chains in order.
    TileStep[] order() {
        return order.toArray(new TileStep[0]);
    }

    /// Returns for each step of the body the place of what does it in the order.
    int[] places() {
        return places;
    }

    private boolean doAlone(int index) {
        if (isLink(index) || !arguments(index).allMatch(register -> done[register])) {
            return false;
        }
        add(index, steps.get(index));
        return true;
    }

    private void add(int index, TileStep step) {
        places[index] = order.size();
        order.add(step);
        done[register(index)] = true;
    }

    private void doTogether() {
        var members = members();
        rest.removeAll(members);
        if (members.size() == 1) {
            add(members.getFirst(), steps.get(members.getFirst()));
            return;
        }
        if (!members.isEmpty()) {
            members.forEach(index -> {
                places[index] = order.size();
                done[register(index)] = true;
            });
            order.add(chain(members));
        }
    }

    private List<Integer> members() {
        var members = new ArrayList<Integer>();
        var inside = new boolean[done.length];
        var weight = 0;
        var reductions = 0;
        for (var index : rest) {
            if (!isLink(index)
                    || !arguments(index).allMatch(register -> done[register] || inside[register])) {
                continue;
            }
            var reduces = step(index).op() instanceof Reduce;
            var more = weight + link(index, Ints.repeat(0, 3)).weight();
            if (more > Chain.MOST_WEIGHT || reduces && reductions == Chain.MOST_REDUCTIONS) {
                continue;
            }
            weight = more;
            reductions += reduces ? 1 : 0;
            inside[register(index)] = !reduces;
            members.add(index);
        }
        return members;
    }

    private Body.Step step(int index) {
        return body.steps().get(index);
    }

    private int register(int index) {
        return body.inputs() + index;
    }

    private IntStream arguments(int index) {
        return IntStream.of(step(index).arguments().toArray());
    }

    // ---- what can be a link

    private boolean isLink(int index) {
        var step = step(index);
        return switch (step.op()) {
            case Move.Expand _ -> hasVectors(rowLength) && isRowOfFloats(step.arguments().get(0));
            case Reduce(var kind, _) ->
                    (kind == Reduce.Kind.SUM || kind == Reduce.Kind.MAX)
                            && hasVectors(rowLength)
                            && types.get(step.arguments().get(0)) == DType.FLOAT32;
            case Cast _ -> step.type() == DType.FLOAT32 && reads(index, DType.BOOL);
            case Select _ -> reads(index, DType.BOOL, DType.FLOAT32, DType.FLOAT32);
            case Unary unary ->
                    reads(index, unary == Unary.NOT ? DType.BOOL : DType.FLOAT32)
                            && Chain.knows(unary);
            case Binary binary -> {
                var type = binary.isLogical() ? DType.BOOL : DType.FLOAT32;
                yield reads(index, type, type) && Chain.knows(binary);
            }
            default -> false;
        };
    }

    private static boolean hasVectors(int length) {
        return length > 1 && length % Lanes.LOGICAL == 0;
    }

    private boolean isRowOfFloats(int register) {
        return ofRows[register] && types.get(register) == DType.FLOAT32;
    }

    /// Returns whether a step reads a number for each element, or one for all, of these types.
    private boolean reads(int index, DType... expected) {
        for (var i = 0; i < expected.length; i++) {
            var register = step(index).arguments().get(i);
            if (ofRows[register]
                    || types.get(register) != expected[i]
                    || numbers[register] && expected[i] == DType.BOOL) {
                return false;
            }
        }
        return true;
    }

    private Link link(int index, Ints arguments) {
        return switch (step(index).op()) {
            case Move.Expand _ -> new Spread(arguments.get(0));
            case Reduce(var kind, _) -> new RowReduction(kind, arguments.get(0));
            default -> new Elementwise(step(index).op(), arguments);
        };
    }

    // ---- the chain of some steps

    private TileStep chain(List<Integer> members) {
        var computed = members.stream().map(this::register).toList();
        var values = new ArrayList<Integer>(given(members, computed));
        var given = values.stream().map(this::given).toList();
        values.addAll(computed);
        var links = new ArrayList<Link>();
        for (var index : members) {
            var arguments = arguments(index).map(values::indexOf).toArray();
            links.add(link(index, Ints.of(arguments)));
        }
        var stored =
                computed.stream()
                        .filter(register -> isNeededOutside(register, members))
                        .mapToInt(values::indexOf)
                        .toArray();
        var chain = new Chain(given, links, Ints.of(stored));
        var registers = new int[given.size() + stored.length];
        for (var i = 0; i < registers.length; i++) {
            registers[i] = values.get(i < given.size() ? i : stored[i - given.size()]);
        }
        var tiles =
                values.stream()
                        .filter(register -> !ofRows[register] && !numbers[register])
                        .mapToInt(Integer::intValue)
                        .toArray();
        var alone = members.stream().map(steps::get).toArray(TileStep[]::new);
        return new ChainStep(chain, registers, tiles, alone, rowLength);
    }

    private LinkedHashSet<Integer> given(List<Integer> members, List<Integer> computed) {
        var given = new LinkedHashSet<Integer>();
        members.forEach(index -> arguments(index).forEach(given::add));
        computed.forEach(given::remove);
        return given;
    }

    private Given given(int register) {
        if (ofRows[register]) {
            return Given.ROWS;
        }
        if (numbers[register]) {
            return Given.NUMBER;
        }
        return types.get(register) == DType.BOOL ? Given.TRUTHS : Given.NUMBERS;
    }

    private boolean isNeededOutside(int register, List<Integer> members) {
        if (body.results().contains(register) || ofRows[register]) {
            return true;
        }
        for (var index = 0; index < steps.size(); index++) {
            if (!members.contains(index) && arguments(index).anyMatch(read -> read == register)) {
                return true;
            }
        }
        return false;
    }
}
