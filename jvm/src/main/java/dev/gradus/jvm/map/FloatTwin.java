package dev.gradus.jvm.map;

import dev.gradus.jvm.Promotion;

/// Lists the loops of [FloatLoops] that exist as vector code and as plain code.
///
/// `NUMBER` in a name stands for an operand that is one number for all elements.
enum FloatTwin implements Promotion.VectorForm {
    NEGATE(1),
    EXP(5),
    LOG(6),
    SQRT(2),
    RECIPROCAL(2),
    SIN(6),
    TANH(8),
    SIGMOID(8),
    ERF(8),
    FLOOR(2),
    ADD(1),
    ADD_NUMBER(1),
    SUBTRACT(1),
    SUBTRACT_NUMBER(1),
    NUMBER_SUBTRACT(1),
    MULTIPLY(1),
    MULTIPLY_NUMBER(1),
    DIVIDE(1),
    DIVIDE_NUMBER(1),
    NUMBER_DIVIDE(1),
    MAX(1),
    MAX_NUMBER(1),
    MIN(1),
    MIN_NUMBER(1),
    LESS(1),
    LESS_NUMBER(1),
    NUMBER_LESS(1),
    EQUAL(1),
    EQUAL_NUMBER(1),
    SELECT(1),
    SELECT_OR_NUMBER(1),
    SELECT_NUMBER_OR(1);

    private final int cost;
    private final Promotion promotion = new Promotion(this);

    /// Needs `cost` nanoseconds an element in plain code.
    FloatTwin(int cost) {
        this.cost = cost;
    }

    /// Tells whether the vector form is to run, over `n` elements.
    boolean vectors(int n) {
        return promotion.vectors((long) n * cost);
    }

    @Override
    public long rehearse(int vectors) {
        return (long) FloatRehearsal.run(this, vectors) * cost;
    }
}
