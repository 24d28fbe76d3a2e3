/// Saved models, and the formats that weights and results are written in.
module dev.gradus.io {
    requires transitive dev.gradus.nn;
    requires tools.jackson.core;
    requires static org.jspecify;

    exports dev.gradus.io;
}
