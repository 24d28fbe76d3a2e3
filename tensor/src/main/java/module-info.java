/// Shapes, operations, gradients, the graph and its interpreter: what a number means in Gradus.
module dev.gradus.tensor {
    requires static org.jspecify;

    exports dev.gradus.tensor;
    exports dev.gradus.tensor.op;
    exports dev.gradus.tensor.backend;
    exports dev.gradus.tensor.graph to
            dev.gradus.testing,
            dev.gradus.house;

    uses dev.gradus.tensor.backend.Backend;
}
