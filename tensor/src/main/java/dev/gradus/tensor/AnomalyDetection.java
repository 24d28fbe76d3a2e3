package dev.gradus.tensor;

import dev.gradus.tensor.op.Op;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/// Finds the operation that made the first number that is not one: NaN, or infinity.
///
/// ```java
/// AnomalyDetection.during(() -> optimizer.step(loss(batch)));
/// ```
///
/// Once a loss is NaN all weights soon are, and nothing tells where it began. Inside of [#during] every
/// operation remembers the line that noted it down. When a result or a new weight is not finite, nothing
/// is changed, the same numbers are gone through once more, operation by operation, and a
/// [NotFiniteException] names the first one whose inputs were finite and whose result is not, its line and
/// what to do about it. As long as all goes well it costs a look at the results and the remembering.
///
/// `-Dgradus.anomaly=on` switches it on for a whole program.
public final class AnomalyDetection {
    private static final boolean ALWAYS = "on".equals(System.getProperty("gradus.anomaly"));
    private static final ScopedValue<Boolean> SCOPE = ScopedValue.newInstance();
    private static final Map<Tensor, Origin> ORIGINS =
            Collections.synchronizedMap(new WeakHashMap<>());

    /// The networks and layers whose formulas are being noted down, by thread, outermost last.
    private static final ThreadLocal<Deque<String>> PLACES =
            ThreadLocal.withInitial(ArrayDeque::new);

    private static final ThreadLocal<Optional<Tensor>> DERIVING =
            ThreadLocal.withInitial(Optional::empty);

    private AnomalyDetection() {}

    /// Where an operation was noted down.
    ///
    /// @param line file and line of the formula, of a layer perhaps
    /// @param callersLine file and line of the program that asked for it, or nothing if it is the same
    /// @param place the layers around it, or nothing
    /// @param gradientOf the operation whose gradient it belongs to, if it does
    public record Origin(String line, String callersLine, String place, Optional<Op> gradientOf) {}

    /// Runs `action`; a number in it that is not finite is explained.
    ///
    /// @throws NotFiniteException if there is one; no parameter has changed by that step then
    public static void during(Runnable action) {
        ScopedValue.where(SCOPE, true).run(action);
    }

    /// Returns what `action` gives; a number in it that is not finite is explained.
    ///
    /// @throws NotFiniteException if there is one; no parameter has changed by that step then
    public static <T> T during(Supplier<T> action) {
        return ScopedValue.where(SCOPE, true).call(action::get);
    }

    /// Returns whether operations are being watched on this thread.
    public static boolean isOn() {
        return ALWAYS || SCOPE.isBound();
    }

    /// Returns what `formula` gives; operations noted down in it are said to be in `place`. For networks that
    /// know the names of their layers.
    public static Tensor within(Supplier<String> place, Supplier<Tensor> formula) {
        if (!isOn()) {
            return formula.get();
        }
        var places = PLACES.get();
        places.push(place.get());
        try {
            return formula.get();
        } finally {
            places.pop();
        }
    }

    /// Returns where `tensor` was noted down, if it was while operations were being watched.
    public static Optional<Origin> origin(Tensor tensor) {
        return Optional.ofNullable(ORIGINS.get(tensor));
    }

    static void noteDown(Tensor tensor) {
        var deriving = DERIVING.get();
        ORIGINS.put(tensor, deriving.isPresent() ? ofGradient(deriving.get()) : here());
    }

    /// Runs the derivation of a gradient whose operations belong to `node`.
    static void beginGradientOf(Tensor node) {
        DERIVING.set(Optional.of(node));
    }

    static void endGradients() {
        if (isOn()) {
            DERIVING.set(Optional.empty());
        }
    }

    private static Origin ofGradient(Tensor node) {
        var origin = ORIGINS.get(node);
        return origin == null
                ? new Origin("", "", "", Optional.of(node.op()))
                : new Origin(origin.line, origin.callersLine, origin.place, Optional.of(node.op()));
    }

    private static Origin here() {
        var line = firstLine("dev.gradus.tensor.");
        var callers = firstLine("dev.gradus.");
        var places = String.join(" > ", PLACES.get().reversed());
        return new Origin(line, callers.equals(line) ? "" : callers, places, Optional.empty());
    }

    /// Returns file and line of the innermost caller outside of packages that begin with `prefix` and of
    /// the JDK.
    private static String firstLine(String prefix) {
        return StackWalker.getInstance()
                .walk(frames ->
                        frames.filter(frame -> !frame.getClassName().startsWith(prefix))
                                .filter(frame -> !frame.getClassName().startsWith("java."))
                                .filter(frame -> !frame.getClassName().startsWith("jdk."))
                                .findFirst())
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
    }
}
