package dev.gradus.nn.spec;

import java.util.List;
import java.util.stream.Collectors;

/// Writes a spec the way it is written in a program: `conv2d(32, 3, RELU).stride(2)`.
public final class Call {
    private final StringBuilder arguments = new StringBuilder();
    private final StringBuilder calls = new StringBuilder();
    private final String name;

    private Call(String name) {
        this.name = name;
    }

    /// Returns a call of the factory `name`, without arguments so far.
    public static Call of(String name) {
        return new Call(name);
    }

    /// Adds an argument.
    public Call with(Object argument) {
        arguments.append(arguments.isEmpty() ? "" : ", ").append(text(argument));
        return this;
    }

    /// Adds an argument unless it is the usual one, which need not be said.
    public Call with(Object argument, Object usual) {
        return argument.equals(usual) ? this : with(argument);
    }

    /// Adds a call such as `stride(2)` after a dot, if it was `said`.
    public Call then(boolean said, String call) {
        if (said) {
            calls.append('.').append(call);
        }
        return this;
    }

    /// Adds a call for a number that is not the usual one.
    public Call unless(double value, double usual, String method) {
        return then(value != usual, method + "(" + text(value) + ")");
    }

    /// Adds `axes(...)` if there are any.
    public Call axes(List<Integer> axes) {
        var list = axes.stream().map(Object::toString).collect(Collectors.joining(", "));
        return then(!axes.isEmpty(), "axes(" + list + ")");
    }

    /// Returns an argument as it is written; a lambda has no text worth showing.
    public static String text(Object argument) {
        if (argument instanceof Double number) {
            // as people write it: 3e-4 where Java says 3.0E-4
            return number.toString().replace(".0E", "e").replace('E', 'e');
        }
        return argument.getClass().isHidden() ? "layer of your own" : argument.toString();
    }

    @Override
    public String toString() {
        return name + "(" + arguments + ")" + calls;
    }
}
