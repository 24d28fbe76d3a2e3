package dev.gradus.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Says where the benchmark is to be had: it measures other libraries too, and those are no part of
/// what is installed.
@Command(
        name = "bench",
        description = "Measures Gradus beside other libraries; in a checkout of its sources.",
        footerHeading = "%nExample:%n",
        footer = "  gradus bench --quick --workloads W1,W3 --threads 1 --peers libtorch")
final class BenchCommand implements Callable<Integer> {
    @Parameters(hidden = true)
    private List<String> ignored = List.of();

    @Override
    public Integer call() {
        throw CommandFailure.failed(
                "The benchmark is built from the sources, with the libraries it compares (asked for: %s)."
                                .formatted(ignored.isEmpty() ? "all" : String.join(" ", ignored))
                        + " Run ./gradus bench in a checkout of Gradus.");
    }
}
