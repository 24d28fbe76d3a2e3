/// What holds the house together: rules over all modules, and the programs in documents and examples.
module dev.gradus.house {
    requires jdk.compiler;

    exports dev.gradus.house;
}
