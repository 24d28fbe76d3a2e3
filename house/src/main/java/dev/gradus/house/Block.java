package dev.gradus.house;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A block of code in a document, between two fences.
///
/// @param file the document, named from the project's root
/// @param line the line of the code's first line, counted from 1
/// @param language the first word after the opening fence, or an empty string
/// @param isFragment whether the word `fragment` follows it: compiled, but not run
/// @param given what the comment `<!-- given: ... -->` straight above declares for the block
/// @param imports what the page has imported so far
/// @param code the code itself
public record Block(
        String file,
        int line,
        String language,
        boolean isFragment,
        String given,
        List<String> imports,
        String code) {

    /// Returns the block as a source file that can be compiled.
    ///
    /// A block with a `main` method is a program already. Declarations alone are one as soon as an
    /// empty `main` follows them, and statements as soon as one stands around them. Both may use
    /// whatever the page has imported above, as its reader would take for granted.
    public Source source() {
        var alone = Source.file(place(), code);
        if (alone.mainClass().isPresent()) {
            return new Source(file, 0, line, code);
        }
        var before = new ArrayList<String>();
        before.add("import module java.base;");
        before.add("import module dev.gradus;");
        before.addAll(imports);
        before.addAll(lines(given, true));
        // A line that imports moves up; an empty one keeps its place, so that lines still count.
        before.addAll(lines(code, true));
        var rest = code.lines().map(it -> isImport(it) ? "" : it).collect(Collectors.joining("\n"));
        var declared = wrap(before, lines(given, false), "", rest, "");
        if (declared.parses()) {
            return declared.isCompact()
                    ? wrap(before, lines(given, false), "", rest, "\nvoid main() {}\n")
                    : declared;
        }
        return wrap(before, lines(given, false), "void main() throws Exception {", rest, "\n}\n");
    }

    /// Returns whether running the block shows anything: statements do, declarations do not.
    public boolean isRun() {
        return !isFragment && (hasMain() || !parsesAsDeclarations());
    }

    /// Names the block, so that its reader finds it.
    public String place() {
        return file + ":" + line;
    }

    static boolean isImport(String line) {
        return line.startsWith("import ") && line.strip().endsWith(";");
    }

    private boolean hasMain() {
        return Source.file(place(), code).mainClass().isPresent();
    }

    private boolean parsesAsDeclarations() {
        return Source.file(place(), code).parses();
    }

    private static List<String> lines(String text, boolean imports) {
        return text.lines().filter(line -> isImport(line.strip()) == imports).toList();
    }

    private Source wrap(
            List<String> before, List<String> given, String open, String rest, String close) {
        var head = new ArrayList<>(before);
        if (!open.isEmpty()) {
            head.add(open);
        }
        head.addAll(given);
        var text = String.join("\n", head) + "\n" + rest + close;
        return new Source(file, head.size(), line, text);
    }
}
