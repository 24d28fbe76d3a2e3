package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    @TempDir Path folder;

    @Test
    void runsTheProgramWithItsArgumentsAndHandsItsExitCodeOn() throws IOException {
        var file =
                source(
                        "Writes.java",
                        """
                        import module dev.gradus;

                        void main(String[] arguments) throws Exception {
                            var sum = Tensor.of(1f, 2f, 3f).sum();
                            Files.writeString(
                                    Path.of(arguments[0]), sum + " " + String.join("|", arguments));
                            System.exit(7);
                        }
                        """);
        var written = folder.resolve("written.txt");
        var result = Shell.gradus("run", file, written, "--epochs", "two words");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(Files.readString(written))
                .startsWith("6")
                .endsWith(written + "|--epochs|two words");
    }

    @Test
    void aProgramWithClassAndPackageRunsToo() throws IOException {
        var file =
                source(
                        "Classic.java",
                        """
                        package shop;

                        public class Classic {
                            public static void main(String[] arguments) {
                                System.exit(arguments.length);
                            }
                        }
                        """);
        assertThat(Shell.gradus("run", file, "a", "b", "c").exitCode()).isEqualTo(3);
    }

    @Test
    void aMistakeIsShownWithItsLineAndACaretUnderThePlace() throws IOException {
        var file =
                source(
                        "Mistake.java",
                        """
                        import module dev.gradus;

                        void main() {
                        \tvar sum = Tensor.of(1f).summ();
                            int text = "text";
                        }
                        """);
        var result = Shell.gradus("run", file);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains(
                        file + ":4: cannot find symbol",
                        "    4 | \tvar sum = Tensor.of(1f).summ();",
                        "      | \t                       ^",
                        "symbol:   method summ()",
                        file + ":5: incompatible types: String cannot be converted to int",
                        "2 errors. Nothing was run.");
    }

    @Test
    void aNameThatTheJdkHasTooIsShownWithTheImportThatSettlesIt() throws IOException {
        var file =
                source(
                        "Shared.java",
                        """
                        import module dev.gradus;

                        void main() {
                            var weight = Parameter.of(Tensor.zeros(2));
                        }
                        """);
        var result = Shell.gradus("run", file);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("import dev.gradus.tensor.Parameter;");
    }

    @Test
    void anEmptyFileIsNoProgram() throws IOException {
        var result = Shell.gradus("run", source("Empty.java", "// nothing yet\n"));
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("Empty.java", "nothing to run");
    }

    @Test
    void aFileThatIsNotThereIsWrongUse() {
        var result = Shell.gradus("run", folder.resolve("Nowhere.java"));
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("There is no file", "Nowhere.java");
    }

    @Test
    void aFolderIsWrongUse() {
        var result = Shell.gradus("run", folder);
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("is a folder");
    }

    @Test
    void aFileThatIsNoSourceIsWrongUse() throws IOException {
        var result = Shell.gradus("run", source("notes.txt", "hello"));
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("ends in .java");
    }

    private Path source(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
