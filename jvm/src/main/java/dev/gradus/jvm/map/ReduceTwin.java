package dev.gradus.jvm.map;

import dev.gradus.jvm.Promotion;

/// Lists the loops of [FloatReduce] that exist as vector code and as plain code.
enum ReduceTwin implements Promotion.VectorForm {
    SUM,
    PRODUCT,
    MAX,
    ADD_ROWS;

    private final Promotion promotion = new Promotion(this);

    /// Tells whether the vector form is to run, over `n` elements.
    boolean vectors(int n) {
        return promotion.vectors(n);
    }

    @Override
    public long rehearse(int vectors) {
        return ReduceRehearsal.run(this, vectors);
    }
}
