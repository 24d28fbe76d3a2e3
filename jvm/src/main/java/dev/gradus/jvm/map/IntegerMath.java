package dev.gradus.jvm.map;

/// Defines the quotient, remainder and power of whole numbers.
public final class IntegerMath {

    private IntegerMath() {}

    /// Returns `a / b` rounded down.
    ///
    /// @throws ArithmeticException if `b` is 0
    public static int divide(int a, int b) {
        if (b == 0) {
            throw dividedByZero(a);
        }
        return Math.floorDiv(a, b);
    }

    /// Returns `a / b` rounded down.
    ///
    /// @throws ArithmeticException if `b` is 0
    public static long divide(long a, long b) {
        if (b == 0) {
            throw dividedByZero(a);
        }
        return Math.floorDiv(a, b);
    }

    /// Returns the remainder of `a / b`, with the sign of `b`.
    ///
    /// @throws ArithmeticException if `b` is 0
    public static int modulo(int a, int b) {
        if (b == 0) {
            throw dividedByZero(a);
        }
        return Math.floorMod(a, b);
    }

    /// Returns the remainder of `a / b`, with the sign of `b`.
    ///
    /// @throws ArithmeticException if `b` is 0
    public static long modulo(long a, long b) {
        if (b == 0) {
            throw dividedByZero(a);
        }
        return Math.floorMod(a, b);
    }

    /// Returns `base` to the power `exponent`, of which the lowest 32 bits stay; `0⁰` is 1.
    ///
    /// @throws ArithmeticException if `exponent` is negative
    public static int power(int base, int exponent) {
        // the lowest 32 bits of a product depend on the lowest 32 bits of the factors alone
        return (int) power((long) base, exponent);
    }

    /// Returns `base` to the power `exponent`, of which the lowest 64 bits stay; `0⁰` is 1.
    ///
    /// @throws ArithmeticException if `exponent` is negative
    public static long power(long base, long exponent) {
        if (exponent < 0) {
            throw new ArithmeticException(
                    base
                            + " to the power "
                            + exponent
                            + " is no whole number: exponents of whole numbers must be 0 or more;"
                            + " cast to float32 first");
        }
        long result = 1;
        long square = base;
        for (long rest = exponent; rest != 0; rest >>>= 1) {
            if ((rest & 1) != 0) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }

    private static ArithmeticException dividedByZero(long a) {
        return new ArithmeticException(
                "whole number "
                        + a
                        + " divided by 0: divisors of whole numbers must not be 0;"
                        + " cast to float32 first for an infinite or undefined result");
    }
}
