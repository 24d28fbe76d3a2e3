package dev.gradus.benchmarks.workload;

import java.util.List;

/// Something that Gradus and its peers are both asked to compute, described without any of them.
public sealed interface Workload permits Network, Product, Elementwise, Correlation {
    /// Returns the short name by which the command line and the reports call this workload.
    String name();

    /// Returns what is computed, in one line.
    String describe();

    /// Returns the floating-point operations of products and convolutions in a step, as their definition
    /// counts them: two for every multiply-add; 0 where there are none.
    long operations();

    /// Returns all workloads, in the order of the report.
    static List<Workload> all() {
        return Catalogue.ALL;
    }

    /// Returns the workload called `name`.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    static Workload named(String name) {
        return all().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no workload \"" + name + "\""));
    }
}
