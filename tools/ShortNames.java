import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Writes `Gradus.java`, the one class of short names, from the classes of factories whose names it
/// gathers: each method there becomes one line here that calls it.
///
///     java tools/ShortNames.java
///
/// Run it after a factory has been added; a test compares the two.
static final List<String> SOURCES =
        List.of(
                "nn/src/main/java/dev/gradus/nn/Layers.java",
                "nn/src/main/java/dev/gradus/nn/Losses.java",
                "nn/src/main/java/dev/gradus/nn/Regularizers.java",
                "nn/src/main/java/dev/gradus/nn/Optimizers.java",
                "nn/src/main/java/dev/gradus/nn/Schedules.java",
                "nn/src/main/java/dev/gradus/nn/Constraints.java",
                "nn/src/main/java/dev/gradus/nn/Initializers.java",
                "train/src/main/java/dev/gradus/train/EarlyStopping.java",
                "train/src/main/java/dev/gradus/train/Metrics.java",
                "tensor/src/main/java/dev/gradus/tensor/Autograd.java");

static final Path TARGET = Path.of("umbrella/src/main/java/dev/gradus/Gradus.java");

static final Pattern CONSTANT =
        Pattern.compile(
                "((?:    ///[^\\n]*\\n)+)    public static final ([\\w.<>]+) ([A-Z_0-9]+)\\s*=[^;]*;\\n");
static final Pattern METHOD =
        Pattern.compile(
                "((?:    ///[^\\n]*\\n)+)((?:    @SafeVarargs\\n)?)    public static ((?:<[^(]*?> )?)([\\w.<>, \\[\\]?]+?) (\\w+)\\(([^)]*)\\)\\s*\\{");

void main() throws IOException {
    var body = new StringBuilder();
    var imports = new TreeSet<String>();
    for (var source : SOURCES) {
        var file = Path.of(source);
        if (!Files.exists(file)) {
            continue;
        }
        var text = Files.readString(file);
        var name = file.getFileName().toString().replace(".java", "");
        var pack = first("package ([\\w.]+);", text);
        var known = new TreeMap<String, String>();
        var matcher = Pattern.compile("import ([\\w.]+\\.(\\w+));").matcher(text);
        while (matcher.find()) {
            known.put(matcher.group(2), matcher.group(1));
        }
        known.put(name, pack + "." + name);
        addNeighbours(file.getParent(), pack, known);
        var members = new ArrayList<String>();
        var constants = CONSTANT.matcher(text);
        while (constants.find()) {
            members.add(
                    "%s    public static final %s %s = %s.%s;\n"
                            .formatted(
                                    constants.group(1),
                                    constants.group(2),
                                    constants.group(3),
                                    name,
                                    constants.group(3)));
        }
        var methods = METHOD.matcher(text);
        while (methods.find()) {
            members.add(
                    "%s%s    public static %s%s %s(%s) {\n        return %s.%s(%s);\n    }\n"
                            .formatted(
                                    methods.group(1),
                                    methods.group(2),
                                    methods.group(3),
                                    methods.group(4),
                                    methods.group(5),
                                    methods.group(6).replaceAll("\\s+", " ").strip(),
                                    name,
                                    methods.group(5),
                                    arguments(methods.group(6))));
        }
        body.append("\n    // ---- ")
                .append(name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase())
                .append("\n");
        for (var member : members) {
            body.append('\n').append(member);
            for (var word : member.split("\\W+")) {
                if (known.containsKey(word) && !known.get(word).startsWith("dev.gradus.Gradus")) {
                    imports.add(known.get(word));
                }
            }
        }
    }
    imports.add("java.util.stream.IntStream");
    var out = new StringBuilder("package dev.gradus;\n\n");
    imports.forEach(type -> out.append("import ").append(type).append(";\n"));
    out.append(
            """

            /// The short names of Gradus in one place, to be imported with `import static dev.gradus.Gradus.*`.
            ///
            /// Each is one line that calls the class which does the work; follow the return type to its
            /// description. Written by `tools/ShortNames.java`.
            public final class Gradus {
                private Gradus() {}
            """);
    out.append(body);
    out.append(
            """

                // ---- loops

                /// Returns 0, 1, ... below `end`, for loops: `for (var epoch : range(10))`.
                public static Iterable<Integer> range(int end) {
                    return () -> IntStream.range(0, end).iterator();
                }
            }
            """);
    Files.writeString(TARGET, out.toString());
}

static void addNeighbours(Path folder, String pack, Map<String, String> known) throws IOException {
    try (var files = Files.list(folder)) {
        files.map(file -> file.getFileName().toString())
                .filter(file -> file.endsWith(".java") && !file.contains("-info"))
                .map(file -> file.replace(".java", ""))
                .forEach(type -> known.putIfAbsent(type, pack + "." + type));
    }
}

static String first(String pattern, String text) {
    var matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
        throw new IllegalStateException(pattern + " not found");
    }
    return matcher.group(1);
}

/// Returns the names of the parameters, without their types, whose own commas lie inside angle brackets.
static String arguments(String parameters) {
    var names = new ArrayList<String>();
    var depth = 0;
    var part = new StringBuilder();
    for (var c : (parameters.strip() + ",").toCharArray()) {
        depth += c == '<' ? 1 : c == '>' ? -1 : 0;
        if (c == ',' && depth == 0) {
            var words = part.toString().strip().split("\\s+");
            if (!words[words.length - 1].isEmpty()) {
                names.add(words[words.length - 1]);
            }
            part.setLength(0);
        } else {
            part.append(c);
        }
    }
    return String.join(", ", names);
}
