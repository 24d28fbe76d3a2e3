package dev.gradus.benchmarks.compare;

import dev.gradus.benchmarks.compare.Row.Missing;
import java.util.LinkedHashSet;
import java.util.List;

/// The top of `docs/benchmarks.md`: what is measured, beside whom, on what, and how to read it.
record Introduction(List<Row> rows) {
    /// What stands behind the names in the column of peers.
    private record Peer(String name, String text) {}

    private static final List<Peer> PEERS =
            List.of(
                    new Peer(
                            "libtorch",
                            "what computes inside PyTorch, used as an expert would: images channels last, all parameters"
                                    + " changed by one fused kernel. The targets are held against it"),
                    new Peer(
                            "libtorch-default",
                            "the same library used as its tutorials do: images channel after channel, an optimizer of"
                                    + " `torch::optim`"),
                    new Peer(
                            "tensorflow",
                            "TensorFlow in graph mode: the whole step is one graph, made once"),
                    new Peer("dl4j", "Deeplearning4j, the elder framework for Java"),
                    new Peer("python-torch", "PyTorch in Python, operation by operation"),
                    new Peer("python-compile", "PyTorch in Python with `torch.compile`"),
                    new Peer("python-keras", "Keras in Python"),
                    new Peer("one-thread", "Gradus itself at one thread, beside Gradus at more"));

    String text() {
        var text = new StringBuilder();
        text.append(
                """
                # Benchmarks

                How fast Gradus is beside libraries that compute in C++, on one machine without a GPU. Made by \
                `./gradus bench --docs`, which measures [your machine](how-to/benchmark.md) as well; it writes this page \
                over each time, so reasons stand in `benchmarks/reasons.md` and the rows in `benchmarks/results.json`.

                **How it is measured.** Gradus and a peer get the same weights and the same data, each in a process of its \
                own. First both take some steps, and only if they arrive at the same loss do they go on. Both warm up; \
                then they work in turn, window by window, so that whatever else happens to the machine happens to both.

                **How to read a row.** Times are medians. The ratio is peer / Gradus, the median over pairs of windows: \
                **above 1, Gradus is faster or smaller**; 2.00 means that the peer takes twice as long, 0.90 that Gradus \
                takes a ninth longer. The target beside it was set before. Where it is missed, the reason stands below \
                the table. `~` marks a row during which other programs were busy or the windows did not agree.

                """);
        peers(text);
        machine(text);
        targets(text);
        return text.toString();
    }

    private void peers(StringBuilder text) {
        var present = PEERS.stream().filter(peer -> isThere(peer.name())).toList();
        if (!present.isEmpty()) {
            text.append("**Beside whom.**\n\n");
            for (var peer : present) {
                text.append("- `%s`: %s.\n".formatted(peer.name(), peer.text()));
            }
            text.append('\n');
        }
    }

    private boolean isThere(String peer) {
        return rows.stream().anyMatch(row -> row.peer().equals(peer));
    }

    private void machine(StringBuilder text) {
        text.append("**On what.**\n\n");
        var machines = rows.stream().map(row -> row.about().machine()).distinct().toList();
        machines.forEach(machine -> text.append("- Machine: ").append(machine).append('\n'));
        var versions = new LinkedHashSet<String>();
        for (var row : rows) {
            if (!row.about().peerVersion().isEmpty()) {
                versions.add("- `%s`: %s\n".formatted(row.peer(), row.about().peerVersion()));
            }
        }
        versions.forEach(text::append);
        var dates = rows.stream().map(row -> row.about().date()).sorted().distinct().toList();
        if (!dates.isEmpty()) {
            var last = dates.getFirst().equals(dates.getLast()) ? "" : " to " + dates.getLast();
            text.append("- Measured: ").append(dates.getFirst()).append(last).append('\n');
        }
        text.append('\n');
        var withMkl = versions.stream().anyMatch(version -> version.contains("MKL"));
        if (withMkl && machines.stream().anyMatch(Machine::isOfAmd)) {
            text.append(
                    """
                    This processor is made by AMD. MKL, which multiplies matrices for libtorch, takes kernels for AVX2 on \
                    those even where there is AVX-512, and then reaches half of what the processor can do at most; on one of \
                    Intel, expect libtorch to do better where products take the time (W2, W5, W6, M1). oneDNN, which \
                    convolves for it and multiplies for TensorFlow, makes no such difference.

                    """);
        }
    }

    private void targets(StringBuilder text) {
        var aimed =
                rows.stream()
                        .filter(row -> !(row.outcome() instanceof Missing))
                        .filter(row -> Target.of(row).isPresent())
                        .toList();
        if (aimed.isEmpty()) {
            return;
        }
        var reached =
                aimed.stream().filter(row -> Target.of(row).orElseThrow().isReached(row)).count();
        text.append("**%d of %d targets are reached.**\n\n".formatted(reached, aimed.size()));
    }
}
