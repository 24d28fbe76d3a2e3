package dev.gradus.cli.terminal;

/// The last line on the screen, drawn again and again in place. Shows nothing where nobody watches.
public final class LiveLine {
    private final Terminal terminal;
    private int drawn;

    /// Creates a line that shows nothing yet.
    public LiveLine(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Shows `text` instead of what was there; what does not fit into the line is cut off.
    public void draw(String text) {
        if (!terminal.interactive()) {
            return;
        }
        // the last column stays free: to write there moves some terminals on to the next line
        var most = Math.max(1, terminal.width() - 1);
        var shown = text.length() <= most ? text : text.substring(0, most);
        terminal.out().print("\r" + shown + " ".repeat(Math.max(0, drawn - shown.length())));
        terminal.out().flush();
        drawn = shown.length();
    }

    /// Takes the line away, so that others can be written from its beginning.
    public void clear() {
        if (drawn > 0) {
            terminal.out().print("\r" + " ".repeat(drawn) + "\r");
            terminal.out().flush();
            drawn = 0;
        }
    }
}
