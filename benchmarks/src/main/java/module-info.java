/// Programs that measure Gradus and print what they found.
module dev.gradus.benchmarks {
    requires dev.gradus;
    requires dev.gradus.jvm;
    requires info.picocli;
    requires jdk.incubator.vector;
    requires jdk.management;
    requires tools.jackson.core;

    // picocli sets the options of a command in its fields
    opens dev.gradus.benchmarks.compare to
            info.picocli;
    // the parameters of its networks are found in their components
    opens dev.gradus.benchmarks.contender to
            dev.gradus.nn;
}
