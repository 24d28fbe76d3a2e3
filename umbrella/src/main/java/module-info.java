/// Everything a program needs: `import module dev.gradus;` brings all public types.
module dev.gradus {
    requires transitive dev.gradus.tensor;
    requires transitive dev.gradus.nn;
    requires transitive dev.gradus.data;
    requires transitive dev.gradus.data.fashion;
    requires transitive dev.gradus.io;
    requires transitive dev.gradus.train;

    exports dev.gradus;
}
