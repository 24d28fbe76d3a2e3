package dev.gradus.cli;

import dev.gradus.cli.terminal.Ending;
import dev.gradus.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Runs the command as a shell would, and keeps what it says.
final class Shell {
    /// What came of a command.
    record Result(int exitCode, String out, String err) {}

    private Shell() {}

    static Result gradus(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal =
                Terminal.of(
                        Map.of(),
                        false,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Terminal.USUAL_WIDTH);
        var texts = new String[arguments.length];
        for (var i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        var ending = new Ending();
        var code = Main.run(terminal, ending, texts);
        ending.done();
        return new Result(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
