package dev.gradus.nn.layer;

/// Writes a spec the way it is written in a program: `conv2d(32, 3, RELU).stride(2)`.
final class Call {
    private final StringBuilder arguments = new StringBuilder();
    private final StringBuilder calls = new StringBuilder();
    private final String name;

    private Call(String name) {
        this.name = name;
    }

    static Call of(String name) {
        return new Call(name);
    }

    Call with(Object argument) {
        arguments.append(arguments.isEmpty() ? "" : ", ").append(text(argument));
        return this;
    }

    Call with(Object argument, Object usual) {
        return argument.equals(usual) ? this : with(argument);
    }

    Call then(boolean said, String call) {
        if (said) {
            calls.append('.').append(call);
        }
        return this;
    }

    /// Returns an argument as it is written; a lambda has no text worth showing.
    static String text(Object argument) {
        return argument.getClass().isHidden() ? "layer of your own" : argument.toString();
    }

    @Override
    public String toString() {
        return name + "(" + arguments + ")" + calls;
    }
}
