package dev.gradus.benchmarks.compare;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whoever takes part in a comparison, and how its process is started.
sealed interface Side {
    /// The name on the command line and in the report.
    String name();

    /// Returns the command that starts it at a number of threads.
    ///
    /// @throws Trouble if what it needs is not there
    Launch launch(Place place, int threads) throws Trouble;

    /// Returns the files that a user of it has to have, or none where that cannot be told.
    List<Path> files(Place place) throws Trouble;

    /// Gradus as it is built here.
    record Gradus(String name) implements Side {
        private static final String MAIN =
                "dev.gradus.benchmarks/dev.gradus.benchmarks.contender.GradusContender";

        @Override
        public Launch launch(Place place, int threads) {
            var command = java(place.options("."));
            command.add("-Dgradus.threads=" + threads);
            command.addAll(List.of("--module-path", place.modules().toString()));
            command.addAll(List.of("--module", MAIN));
            return started(name, command, threads);
        }

        @Override
        public List<Path> files(Place place) {
            try (var jars = Files.list(place.modules())) {
                return jars.filter(jar -> !isOfTheBench(jar)).sorted().toList();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static boolean isOfTheBench(Path jar) {
            var file = jar.getFileName().toString();
            return file.startsWith("gradus-benchmarks") || file.startsWith("picocli");
        }
    }

    /// Gradus at one thread, to see what more threads are worth.
    record OneThread() implements Side {
        @Override
        public String name() {
            return "one-thread";
        }

        @Override
        public Launch launch(Place place, int threads) {
            return new Gradus(name()).launch(place, 1);
        }

        @Override
        public List<Path> files(Place place) {
            return List.of();
        }
    }

    /// A peer that runs in a JVM, with its dependencies from Maven Central.
    ///
    /// @param built the name of its class path, which may serve several peers
    /// @param directory its module below `benchmarks`, and its package
    /// @param options what its `main` is told of how to be set up
    record JavaPeer(String name, String built, String directory, List<String> options)
            implements Side {
        @Override
        public Launch launch(Place place, int threads) throws Trouble {
            var path = new ArrayList<String>();
            place.readClassPath(built).forEach(file -> path.add(file.toString()));
            var command = java(place.options(directory));
            command.addAll(List.of("-cp", String.join(File.pathSeparator, path)));
            command.add("dev.gradus.benchmarks." + directory + ".Main");
            command.addAll(options);
            return started(name, command, threads);
        }

        @Override
        public List<Path> files(Place place) throws Trouble {
            return place.readClassPath(built).stream()
                    .filter(file -> !file.getFileName().toString().startsWith("gradus-"))
                    .toList();
        }
    }

    /// A library of Python, where there is an interpreter that has it.
    ///
    /// @param library the argument of the script
    record PythonPeer(String name, String library) implements Side {
        @Override
        public Launch launch(Place place, int threads) throws Trouble {
            if (!Files.exists(place.pythonScript())) {
                throw new Trouble("needs " + place.root().relativize(place.pythonScript()));
            }
            var interpreter = System.getenv().getOrDefault("GRADUS_PYTHON", "python3");
            var command =
                    new ArrayList<>(List.of(interpreter, place.pythonScript().toString(), library));
            return started(name, command, threads);
        }

        @Override
        public List<Path> files(Place place) {
            return List.of();
        }
    }

    /// All that Gradus can be compared with.
    List<Side> PEERS =
            List.of(
                    new JavaPeer("libtorch", "libtorch", "libtorch", List.of()),
                    new JavaPeer("libtorch-default", "libtorch", "libtorch", List.of("--tutorial")),
                    new JavaPeer("tensorflow", "tensorflow", "tensorflow", List.of()),
                    new JavaPeer("dl4j", "dl4j", "deeplearning4j", List.of()),
                    new PythonPeer("python-torch", "torch"),
                    new PythonPeer("python-compile", "torch-compile"),
                    new PythonPeer("python-keras", "keras"),
                    new OneThread());

    /// Those that are compared where nobody says otherwise.
    List<String> USUAL = List.of("libtorch", "tensorflow", "dl4j", "one-thread");

    /// Returns the peer called `name`.
    ///
    /// @throws IllegalArgumentException if there is none
    static Side named(String name) {
        return PEERS.stream()
                .filter(peer -> peer.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "there is no peer \"%s\": name some of %s"
                                        .formatted(
                                                name,
                                                String.join(
                                                        ", ",
                                                        PEERS.stream().map(Side::name).toList()))));
    }

    private static List<String> java(Path options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Files.exists(options)) {
            command.add("@" + options.normalize());
        }
        return command;
    }

    private static Launch started(String name, List<String> command, int threads) {
        var text = Integer.toString(threads);
        var environment = new HashMap<String, String>();
        for (var variable :
                List.of(
                        "OMP_NUM_THREADS",
                        "MKL_NUM_THREADS",
                        "OPENBLAS_NUM_THREADS",
                        "TF_NUM_INTRAOP_THREADS")) {
            environment.put(variable, text);
        }
        environment.put("TF_NUM_INTEROP_THREADS", "1");
        environment.put("TF_CPP_MIN_LOG_LEVEL", "2");
        environment.put("MKL_THREADING_LAYER", "GNU");
        environment.put("MKL_DYNAMIC", "FALSE");
        environment.put("OMP_DYNAMIC", "FALSE");
        return new Launch(name, List.copyOf(command), Map.copyOf(environment))
                .with("--threads", text);
    }
}
