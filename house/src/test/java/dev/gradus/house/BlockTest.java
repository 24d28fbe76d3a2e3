package dev.gradus.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The blocks of a page are found, completed, compiled and run.
class BlockTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir Path classes;

    @Test
    void aProgramRunsAsItStands() {
        var block =
                onlyBlock(
                        "# Title", "```java", "void main() {", "  IO.println(6 * 7);", "}", "```");
        assertThat(run(block)).isEqualToIgnoringNewLines("42");
    }

    @Test
    void statementsRunInsideAMethod() {
        var block = onlyBlock("```java", "var x = List.of(1, 2);", "IO.println(x.size());", "```");
        assertThat(run(block)).isEqualToIgnoringNewLines("2");
    }

    @Test
    void declarationsAreCompiledButNotRun() {
        var block = onlyBlock("```java", "record Pair(int a, int b) {}", "```");
        compile(block);
        assertThat(block.isRun()).isFalse();
    }

    @Test
    void methodsWithoutAMainAreCompiled() {
        compile(onlyBlock("```java", "int twice(int x) {", "  return x + x;", "}", "```"));
    }

    @Test
    void aFragmentUsesWhatTheCommentAboveItGives() {
        var block =
                onlyBlock(
                        "<!-- given: import java.util.function.IntUnaryOperator;",
                        "IntUnaryOperator f = x -> x; -->",
                        "",
                        "```java fragment",
                        "var y = f.applyAsInt(1);",
                        "```");
        compile(block);
        assertThat(block.isRun()).isFalse();
    }

    @Test
    void importsHoldForTheRestOfThePage() {
        var blocks =
                blocks(
                        "```java",
                        "import static java.lang.Math.max;",
                        "IO.println(max(1, 2));",
                        "```",
                        "then",
                        "```java",
                        "IO.println(max(3, 2));",
                        "```");
        assertThat(run(blocks.getLast())).isEqualToIgnoringNewLines("3");
    }

    @Test
    void anErrorNamesTheLineOfTheDocument() {
        var block = onlyBlock("text", "", "```java", "int x = 1;", "int y = \"no\";", "```");
        assertThatThrownBy(() -> compile(block))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("page.md:5: incompatible types");
    }

    @Test
    void anErrorInStatementsNamesTheLineOfTheDocument() {
        var block = onlyBlock("```java", "var x = 1;", "", "x.fly();", "```");
        assertThatThrownBy(() -> compile(block)).hasMessageContaining("page.md:4: int cannot");
    }

    @Test
    void aProgramThatFailsShowsWhatItPrinted() {
        var block = onlyBlock("```java", "IO.println(\"so far\");", "List.of().getFirst();", "```");
        assertThatThrownBy(() -> run(block))
                .hasMessageContaining("page.md:2: exit 1")
                .hasMessageContaining("so far");
    }

    @Test
    void aProgramThatNeverEndsIsStopped() {
        var block = onlyBlock("```java", "while (true) Thread.onSpinWait();", "```");
        compile(block);
        assertThatThrownBy(() -> Programs.run(block.source(), classes, Duration.ofSeconds(1)))
                .hasMessageContaining("page.md:2: not done after 1 s");
    }

    @Test
    void aBlockInAListIsReadWithoutItsIndent() {
        var block = onlyBlock("- point", "", "  ```sh", "  ./gradus doctor", "  ```");
        assertThat(block.code()).isEqualTo("./gradus doctor\n");
        assertThat(block.language()).isEqualTo("sh");
    }

    @Test
    void aBlockThatIsNeverClosedIsAnError() {
        assertThatThrownBy(() -> blocks("```java", "int x;"))
                .hasMessageContaining("page.md:1: this block is never closed");
    }

    private static List<Block> blocks(String... lines) {
        return Markdown.blocks("page.md", List.of(lines));
    }

    private static Block onlyBlock(String... lines) {
        assertThat(blocks(lines)).hasSize(1);
        return blocks(lines).getFirst();
    }

    private void compile(Block block) {
        Programs.compile(block.source(), classes);
    }

    private String run(Block block) {
        compile(block);
        assertThat(block.isRun()).isTrue();
        return Programs.run(block.source(), classes, LIMIT)
                .replaceAll("WARNING: Using incubator modules.*\\R", "");
    }
}
