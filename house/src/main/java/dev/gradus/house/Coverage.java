package dev.gradus.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// What other frameworks offer, beside what Gradus does: `docs/coverage.md`, written from the lists in
/// `tools/frameworks`.
public final class Coverage {
    /// The kinds in the order of the page, and their headings.
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("layer", "Layers");
        KINDS.put("activation", "Activations");
        KINDS.put("loss", "Losses");
        KINDS.put("metric", "Metrics");
        KINDS.put("optimizer", "Optimizers");
        KINDS.put("averaging", "Averages of weights");
        KINDS.put("schedule", "Schedules of the learning rate");
        KINDS.put("initializer", "Initializers");
        KINDS.put("regulariser", "Regularisers");
        KINDS.put("constraint", "Constraints");
        KINDS.put("tool", "Tools");
    }

    private final List<Name> names;
    private final Map<String, Answer> answers;

    private Coverage(List<Name> names, Map<String, Answer> answers) {
        this.names = names;
        this.answers = answers;
    }

    /// Something a framework offers.
    ///
    /// @param framework where, such as `torch.nn`
    /// @param kind what it is, such as `layer`
    /// @param name what it is called there
    public record Name(String framework, String kind, String name) {
        String key() {
            return framework + "|" + name;
        }
    }

    /// What Gradus has for it.
    ///
    /// @param ours names in Gradus; none where it is left out
    /// @param note how it is used, or why it is left out
    public record Answer(List<String> ours, String note) {}

    /// Reads the two lists.
    public static Coverage read() throws IOException {
        var folder = Checkout.root().resolve("tools/frameworks");
        var names = new ArrayList<Name>();
        for (var parts : lines(folder.resolve("names.txt"), 3)) {
            names.add(new Name(parts[0], parts[1], parts[2]));
        }
        var answers = new LinkedHashMap<String, Answer>();
        for (var parts : lines(folder.resolve("ours.txt"), 4)) {
            var ours = parts[2].isEmpty() ? List.<String>of() : List.of(parts[2].split(" "));
            for (var name : parts[1].split(" ")) {
                answers.put(parts[0] + "|" + name, new Answer(ours, parts[3]));
            }
        }
        return new Coverage(List.copyOf(names), answers);
    }

    private static List<String[]> lines(Path file, int parts) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\\|", -1))
                .peek(line -> {
                    if (line.length != parts) {
                        throw new IllegalStateException(
                                "%s: %s has %d parts"
                                        .formatted(file, Arrays.toString(line), parts));
                    }
                })
                .toList();
    }

    /// Returns the names that have no answer.
    public List<String> unanswered() {
        return names.stream().map(Name::key).filter(key -> !answers.containsKey(key)).toList();
    }

    /// Returns the answers to names that no framework offers.
    public List<String> unasked() {
        var known = names.stream().map(Name::key).toList();
        return answers.keySet().stream().filter(key -> !known.contains(key)).toList();
    }

    /// Returns the names that are left out without a reason.
    public List<String> unexplained() {
        return answers.entrySet().stream()
                .filter(entry -> entry.getValue().ours.isEmpty())
                .filter(entry -> entry.getValue().note.isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Returns all names of Gradus that answers mention.
    public TreeSet<String> ours() {
        var all = new TreeSet<String>();
        answers.values().forEach(answer -> all.addAll(answer.ours));
        return all;
    }

    private Answer answer(Name name) {
        return Objects.requireNonNull(answers.get(name.key()), name.key());
    }

    /// Returns the page.
    public String page() {
        var page = new StringBuilder();
        var left = names.stream().filter(name -> answer(name).ours.isEmpty()).count();
        page.append(
                """
                # What Gradus has of Keras and PyTorch

                Every public layer, activation, loss, metric, optimizer, schedule, initializer, regulariser and constraint of Keras 3.15 and PyTorch
                2.13, and what to write instead. Names in lower case are short names (`import static dev.gradus.Gradus.*`), those in upper case
                constants and types. Of %,d names %,d are left out, each with its reason.

                This page is written by the build from `tools/frameworks`; the build fails when a name has no line or an answer does not exist.
                """
                        .formatted(names.size(), left));
        KINDS.forEach((kind, heading) -> table(page, kind, heading));
        return page.toString();
    }

    private void table(StringBuilder page, String kind, String heading) {
        page.append("\n## ").append(heading).append("\n");
        var framework = "";
        for (var name : names) {
            if (name.kind.equals(kind)) {
                if (!name.framework.equals(framework)) {
                    framework = name.framework;
                    page.append("\n| ").append(framework).append(" | Gradus | |\n|---|---|---|\n");
                }
                var answer = answer(name);
                page.append("| ")
                        .append(name.name)
                        .append(" | ")
                        .append(
                                answer.ours.isEmpty()
                                        ? "–"
                                        : "`" + String.join("` `", answer.ours) + "`")
                        .append(" | ")
                        .append(answer.note)
                        .append(" |\n");
            }
        }
    }
}
