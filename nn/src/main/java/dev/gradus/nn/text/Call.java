package dev.gradus.nn.text;

import java.util.List;
import java.util.stream.Collectors;

/// Writes a specification the way it is written in a program: `sgd(0.1).momentum(0.9)`.
public final class Call {
    private final StringBuilder arguments = new StringBuilder();
    private final StringBuilder calls = new StringBuilder();
    private final String name;

    private Call(String name) {
        this.name = name;
    }

    /// Begins with the name of the factory.
    public static Call of(String name) {
        return new Call(name);
    }

    /// Adds an argument.
    public Call with(Object argument) {
        arguments.append(arguments.isEmpty() ? "" : ", ").append(argument);
        return this;
    }

    /// Adds a call for a number that is not the usual one.
    public Call unless(double value, double usual, String method) {
        return then(value != usual, method + "(" + value + ")");
    }

    /// Adds a call if it was said.
    public Call then(boolean said, String call) {
        if (said) {
            calls.append('.').append(call);
        }
        return this;
    }

    /// Adds `axes(...)` if there are any.
    public Call axes(List<Integer> axes) {
        var list = axes.stream().map(Object::toString).collect(Collectors.joining(", "));
        return then(!axes.isEmpty(), "axes(" + list + ")");
    }

    @Override
    public String toString() {
        return name + "(" + arguments + ")" + calls;
    }
}
