package dev.gradus.cli.terminal;

import dev.gradus.data.image.TerminalImage;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/// What a command writes to, and what can be shown there.
///
/// @param out where results go
/// @param err where complaints go
/// @param interactive whether somebody watches, so that a line may be drawn again in place
/// @param colour whether colours are wanted and understood
/// @param images how pictures are drawn
/// @param unicode whether blocks and lines can be written
/// @param width how many characters fit into a line
public record Terminal(
        PrintStream out,
        PrintStream err,
        boolean interactive,
        boolean colour,
        TerminalImage images,
        boolean unicode,
        int width) {
    /// The width taken where nobody says.
    public static final int USUAL_WIDTH = 80;

    private static final String RESET = "\u001b[0m";

    /// Returns what this process writes to.
    public static Terminal ofProcess() {
        var console = System.console();
        var watched = console != null && console.isTerminal();
        var charset = charset(System.getProperty("os.name", ""));
        return of(
                System.getenv(),
                watched,
                stream(FileDescriptor.out, charset),
                stream(FileDescriptor.err, charset),
                watched ? WindowWidth.ask(System.getenv()) : USUAL_WIDTH);
    }

    /// Returns a terminal as the variables of the environment describe it.
    ///
    /// @param watched whether input and output are connected to a terminal
    public static Terminal of(
            Map<String, String> environment,
            boolean watched,
            PrintStream out,
            PrintStream err,
            int width) {
        var kind = environment.getOrDefault("TERM", "");
        var interactive = watched && !kind.equals("dumb");
        var colour = interactive && environment.getOrDefault("NO_COLOR", "").isEmpty();
        var unicode = out.charset().newEncoder().canEncode("▀█░→");
        return new Terminal(
                out,
                err,
                interactive,
                colour,
                images(environment, colour && unicode),
                unicode,
                width);
    }

    private static TerminalImage images(Map<String, String> environment, boolean colour) {
        if (!colour) {
            return TerminalImage.PLAIN;
        }
        var depth = environment.getOrDefault("COLORTERM", "").toLowerCase(Locale.ROOT);
        var full =
                depth.equals("truecolor")
                        || depth.equals("24bit")
                        || environment.containsKey("WT_SESSION");
        return full ? TerminalImage.TRUE_COLOUR : TerminalImage.PALETTE;
    }

    /// Elsewhere than on Windows everything that shows text shows UTF-8, whatever a bare locale says.
    private static Charset charset(String system) {
        return system.startsWith("Windows") ? System.out.charset() : StandardCharsets.UTF_8;
    }

    private static PrintStream stream(FileDescriptor descriptor, Charset charset) {
        return new PrintStream(new FileOutputStream(descriptor), true, charset);
    }

    /// Writes a line.
    public void line(String text) {
        out.println(text);
    }

    /// Writes an empty line.
    public void line() {
        out.println();
    }

    /// Writes the heading of what follows.
    public void heading(String text) {
        line();
        line(bold(text));
    }

    /// Writes a complaint.
    public void complain(String text) {
        err.println(text);
    }

    /// Returns the text so that it stands out.
    public String bold(String text) {
        return styled("1", text);
    }

    /// Returns the text so that it stands back.
    public String dim(String text) {
        return styled("2", text);
    }

    /// Returns the text as said of something that went well.
    public String good(String text) {
        return styled("32", text);
    }

    /// Returns the text as said of something to look at.
    public String notice(String text) {
        return styled("33", text);
    }

    /// Returns the text as said of something that went wrong.
    public String bad(String text) {
        return styled("31", text);
    }

    /// Returns a bar that is filled to `share`, from 0 to 1.
    public String bar(double share, int length) {
        var filled = Math.clamp(Math.round(share * length), 0, length);
        return (unicode ? "█" : "#").repeat(filled) + (unicode ? "░" : ".").repeat(length - filled);
    }

    private String styled(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
