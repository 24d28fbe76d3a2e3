/// Programs that measure Gradus and print what they found.
module dev.gradus.benchmarks {
    requires dev.gradus;
    requires dev.gradus.jvm;
}
