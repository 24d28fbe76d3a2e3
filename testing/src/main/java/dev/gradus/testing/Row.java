package dev.gradus.testing;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Tensor;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/// What a test must know of an operation to try it in every way: how a user writes it, what it may
/// be given, and what can be asked of it.
///
/// @param formula the operation as a user writes it
/// @param domains where the numbers of each input lie
/// @param types the types it is tried with
/// @param differentiable whether its gradient with respect to every floating-point input is that of
///     a smooth function
/// @param largeGradient whether the gradient of large inputs fits into memory
/// @param shapes the shapes of its inputs
/// @param withoutPyTorch why PyTorch cannot say what it gives, if it cannot
public record Row(
        Formula formula,
        List<Domain> domains,
        Set<DType> types,
        boolean differentiable,
        boolean largeGradient,
        Shapes shapes,
        Optional<String> withoutPyTorch) {
    /// Types with fractions.
    public static final Set<DType> FLOATS =
            Collections.unmodifiableSet(EnumSet.of(DType.FLOAT32, DType.FLOAT64));

    /// Types that can be calculated with.
    public static final Set<DType> NUMBERS =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(DType.BOOL)));

    /// Types with negative numbers.
    public static final Set<DType> SIGNED =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(DType.BOOL, DType.UINT8)));

    /// Types without fractions that can be calculated with.
    public static final Set<DType> WHOLE =
            Collections.unmodifiableSet(EnumSet.of(DType.UINT8, DType.INT32, DType.INT64));

    /// All types.
    public static final Set<DType> ALL = Collections.unmodifiableSet(EnumSet.allOf(DType.class));

    /// An operation on a list of inputs.
    @FunctionalInterface
    public interface Formula {
        /// Notes the operation down.
        Tensor apply(List<Tensor> inputs);
    }

    /// Returns the row of a smooth function of each number of one tensor.
    public static Row one(UnaryOperator<Tensor> formula) {
        return of(1, inputs -> formula.apply(inputs.getFirst()));
    }

    /// Returns the row of a smooth function of two numbers each.
    public static Row two(BinaryOperator<Tensor> formula) {
        return of(2, inputs -> formula.apply(inputs.get(0), inputs.get(1)));
    }

    /// Returns the row of a smooth function of several numbers each.
    public static Row of(int inputs, Formula formula) {
        return new Row(
                formula,
                Collections.nCopies(inputs, Domain.ANY),
                FLOATS,
                true,
                true,
                Shapes.each(inputs),
                Optional.empty());
    }

    /// Returns the row of an operation along axes of one tensor.
    public static Row along(UnaryOperator<Tensor> formula) {
        return one(formula).shapes(Shapes.along());
    }

    /// Returns this row with its numbers drawn from other domains.
    public Row from(Domain... domains) {
        return new Row(
                formula,
                List.of(domains),
                types,
                differentiable,
                largeGradient,
                shapes,
                withoutPyTorch);
    }

    /// Returns this row tried with other types.
    public Row types(Set<DType> types) {
        return new Row(
                formula, domains, types, differentiable, largeGradient, shapes, withoutPyTorch);
    }

    /// Returns this row without gradient.
    public Row withoutGradient() {
        return new Row(formula, domains, types, false, false, shapes, withoutPyTorch);
    }

    /// Returns this row, of which only small inputs have a gradient that fits into memory.
    public Row withoutLargeGradient() {
        return new Row(formula, domains, types, differentiable, false, shapes, withoutPyTorch);
    }

    /// Returns this row with other shapes.
    public Row shapes(Shapes shapes) {
        return new Row(
                formula, domains, types, differentiable, largeGradient, shapes, withoutPyTorch);
    }

    /// Returns this row with the reason why PyTorch cannot say what it gives.
    public Row withoutPyTorch(String reason) {
        return new Row(
                formula,
                domains,
                types,
                differentiable,
                largeGradient,
                shapes,
                Optional.of(reason));
    }

    /// Returns the types to try in a variant: all, but for large inputs, whose definition is slow,
    /// only those that are computed with most.
    public List<DType> types(Variant variant) {
        return types.stream()
                .filter(type ->
                        variant != Variant.LARGE || type.bytes() >= 4 && type != DType.INT64)
                .toList();
    }

    /// Returns whether the gradient is tried with this type in this variant.
    public boolean hasGradient(Variant variant, DType type) {
        return differentiable
                && type.isFloating()
                && variant != Variant.EXTREME
                && (largeGradient || variant != Variant.LARGE);
    }
}
