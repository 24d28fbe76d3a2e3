/// Networks: layers that are their own formula, losses, optimizers and the numbers weights begin
/// with.
module dev.gradus.nn {
    requires transitive dev.gradus.tensor;
    requires static org.jspecify;

    exports dev.gradus.nn;
    exports dev.gradus.nn.constraint;
    exports dev.gradus.nn.graph;
    exports dev.gradus.nn.initializer;
    exports dev.gradus.nn.layer;
    exports dev.gradus.nn.layer.attention;
    exports dev.gradus.nn.loss;
    exports dev.gradus.nn.merge;
    exports dev.gradus.nn.model;
    exports dev.gradus.nn.optimizer;
    exports dev.gradus.nn.picture;
    exports dev.gradus.nn.regularizer;
    exports dev.gradus.nn.schedule;
}
