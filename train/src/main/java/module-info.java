/// The training loop, what it measures, and the model that comes out of it.
module dev.gradus.train {
    requires transitive dev.gradus.data;
    requires transitive dev.gradus.io;
    requires transitive dev.gradus.nn;
    requires static org.jspecify;

    exports dev.gradus.train;
    exports dev.gradus.train.metric;
    exports dev.gradus.train.record;
}
