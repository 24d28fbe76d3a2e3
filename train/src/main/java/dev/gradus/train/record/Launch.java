package dev.gradus.train.record;

import dev.gradus.io.Json;
import dev.gradus.io.JsonException;
import java.util.List;
import java.util.Map;

/// How this process was begun, as far as the command line said so: it tells a program that it runs by
/// the variable `GRADUS_LAUNCH`, and itself by the property `gradus.launch`.
///
/// @param arguments of the `gradus` command, or none
public record Launch(List<String> arguments) {
    /// Names the property by which a process is told.
    public static final String PROPERTY = "gradus.launch";

    /// Names the variable of the environment by which a process is told.
    public static final String VARIABLE = "GRADUS_LAUNCH";

    /// Names the property by which a process is told which run to go on with: its id, or its id, `@`
    /// and the step of a checkpoint.
    public static final String RESUME = "gradus.resume";

    /// Names the variable of the environment that says the same.
    public static final String RESUME_VARIABLE = "GRADUS_RESUME";

    /// Names the property by which a process is told to branch from a run: see [RunChanges#order].
    public static final String BRANCH = "gradus.branch";

    /// Names the variable of the environment that says the same.
    public static final String BRANCH_VARIABLE = "GRADUS_BRANCH";

    private static final String KEY = "arguments";

    /// Copies the list.
    public Launch {
        arguments = List.copyOf(arguments);
    }

    /// Returns how this process was begun.
    public static Launch ofProcess() {
        var said = System.getProperty(PROPERTY);
        return of(said == null ? System.getenv().getOrDefault(VARIABLE, "") : said);
    }

    static Launch of(String text) {
        try {
            var json = text.isEmpty() ? Map.<String, Object>of() : Json.read(text);
            return json.get(KEY) instanceof List<?> list
                    ? new Launch(list.stream().map(String::valueOf).toList())
                    : new Launch(List.of());
        } catch (JsonException _) {
            // whoever set it did not mean us
            return new Launch(List.of());
        }
    }

    /// Returns the text by which a process is told.
    public String text() {
        return Json.line(Map.of(KEY, arguments));
    }

    /// Returns the command as one would type it, or nothing.
    public String command() {
        return arguments.isEmpty() ? "" : "gradus " + String.join(" ", arguments);
    }
}
