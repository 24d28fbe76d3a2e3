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

    /// Returns a name for what this process trains: of the file that `gradus run` runs, of the command,
    /// or else of the class or file that Java was given.
    public String programName() {
        if (arguments.isEmpty()) {
            return programName(System.getProperty("sun.java.command", ""));
        }
        return arguments.size() > 1 && arguments.getFirst().equals("run")
                ? fileName(arguments.get(1))
                : arguments.getFirst();
    }

    /// Returns the name of a program by what Java was given: `dev.example.Digits 5`, `app/dev.example.Digits`,
    /// `tools/digits.jar`, or a source file, which its launcher is given in turn.
    static String programName(String javaCommand) {
        var words = javaCommand.strip().split("\\s+");
        var main = words[0];
        if (main.endsWith("SourceLauncher") && words.length > 1) {
            return fileName(words[1]);
        }
        if (main.startsWith("jdk.jshell")) {
            return "JShell";
        }
        if (main.endsWith(".jar")) {
            return fileName(main);
        }
        var name = main.substring(Math.max(main.lastIndexOf('.'), main.lastIndexOf('/')) + 1);
        return name.isBlank() ? "a program" : name;
    }

    private static String fileName(String path) {
        // whatever the system, either may stand there
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
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
