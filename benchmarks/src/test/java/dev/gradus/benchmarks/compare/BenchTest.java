package dev.gradus.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
    @TempDir Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter complaints = new StringWriter();

    @BeforeEach
    void aCheckoutWithNothingBuilt() throws IOException {
        Files.createDirectories(root.resolve("docs"));
        Files.createDirectories(root.resolve("benchmarks"));
        Files.createDirectories(root.resolve("target/bench/modules"));
    }

    @Test
    void argumentsBecomeAPlan() {
        var plan =
                plan(
                        "--workloads",
                        "W3,M1:512x512x512",
                        "--threads=1,2,1",
                        "--peers",
                        "dl4j",
                        "--quick");
        assertThat(plan.names()).startsWith("W3", "M1:512x512x512:NN").hasSize(5);
        assertThat(plan.threads()).containsExactly(1, 2);
        assertThat(plan.peers()).extracting(Side::name).containsExactly("dl4j");
        assertThat(plan.quick()).isTrue();
        assertThat(plan.items()).hasSize(10);
    }

    @Test
    void withoutArgumentsEverythingIsMeasuredBesideTheUsualPeers() {
        var plan = plan();
        assertThat(plan.names()).contains("W1", "M1:32x32x32:NN", "cold", "size");
        assertThat(plan.threads()).containsExactly(1, 2);
        assertThat(plan.peers())
                .extracting(Side::name)
                .containsExactly("libtorch", "tensorflow", "dl4j", "one-thread");
        assertThat(plan.quick()).isFalse();
    }

    @Test
    void oneThreadIsOnlyAskedBesideMoreAndOfNetworks() {
        assertThat(
                        plan(
                                        "--workloads",
                                        "W1,M2:add",
                                        "--peers",
                                        "one-thread",
                                        "--threads",
                                        "1,2")
                                .items())
                .extracting(Plan.Item::what)
                .containsExactly("W1, 2 threads, one-thread");
    }

    @Test
    void kernelsOfAKindShareProcessesAndStandTogether() {
        var items =
                plan(
                                "--workloads",
                                "M1:32x32x32,W1",
                                "--peers",
                                "libtorch,dl4j",
                                "--threads",
                                "1,2")
                        .items();
        assertThat(items).extracting(Plan.Item::company).startsWith("W1-1", "W1-1", "W1-2", "W1-2");
        assertThat(items.subList(4, 20))
                .extracting(Plan.Item::company)
                .containsOnly("M1-1", "M1-2")
                .isSorted();
    }

    @Test
    void howLongItWillTakeIsToldBefore() {
        assertThat(plan("--workloads", "W1", "--quick").minutes())
                .isLessThan(plan("--workloads", "W1").minutes());
        assertThat(plan("--workloads", "size").minutes()).isZero();
    }

    @Test
    void libtorchAsItsTutorialsUseItNeedsNoBuildOfItsOwn() throws IOException, Trouble {
        Files.writeString(root.resolve("target/bench/libtorch.classpath"), "a.jar");
        assertThat(Side.named("libtorch-default").launch(new Place(root), 1).command())
                .contains("a.jar", "dev.gradus.benchmarks.libtorch.Main", "--tutorial");
    }

    @Test
    void wrongNamesAreExplainedWithoutAStackTrace() {
        assertThat(run("--workloads", "W9")).isEqualTo(2);
        assertThat(complaints.toString())
                .startsWith("gradus bench: there is no workload \"W9\"")
                .doesNotContain("\tat ");
        assertThat(run("--peers", "keras9")).isEqualTo(2);
        assertThat(complaints.toString())
                .contains("there is no peer \"keras9\": name some of libtorch");
        assertThat(run("--threads", "0")).isEqualTo(2);
        assertThat(complaints.toString()).contains("--threads is 0");
    }

    @Test
    void aPeerThatIsNotBuiltIsARowThatSaysSo() throws IOException {
        var json = root.resolve("rows.json");
        assertThat(
                        run(
                                "--workloads",
                                "W1",
                                "--threads",
                                "1",
                                "--peers",
                                "libtorch",
                                "--json",
                                json.toString()))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("libtorch is not built");
        assertThat(Json.read(Files.readString(json)))
                .singleElement()
                .satisfies(row -> assertThat(row.outcome()).isInstanceOf(Row.Missing.class));
    }

    @Test
    void makingThePageAgainKeepsRowsAndReasons() throws IOException {
        var row = Rows.compared("W5", 1, "libtorch", 1.1);
        var here = new Row.About(Machine.describe(), "libtorch 2", "2026-02-03");
        var measured = new Row("W5", 1, "libtorch", row.unit(), row.outcome(), here);
        Files.writeString(root.resolve("benchmarks/results.json"), Json.write(List.of(measured)));
        Files.writeString(
                root.resolve("benchmarks/reasons.md"), "## W5 1 libtorch\nSmall products.\n");
        assertThat(run("--workloads", "W1", "--threads", "1", "--peers", "libtorch", "--docs"))
                .isZero();
        assertThat(root.resolve("docs/benchmarks.md"))
                .content(StandardCharsets.UTF_8)
                .contains("| W1 | 1 | libtorch |", "| W5 | 1 | libtorch |", "Small products.");
        assertThat(root.resolve("benchmarks/reasons.md"))
                .hasContent("## W5 1 libtorch\nSmall products.\n");
    }

    @Test
    void theSizeIsThatOfWhatAnApplicationNeeds() throws IOException {
        var built = root.resolve("target/bench");
        Files.write(built.resolve("modules/gradus-tensor.jar"), new byte[2_000_000]);
        Files.write(built.resolve("modules/gradus-benchmarks.jar"), new byte[9_000_000]);
        Files.write(built.resolve("native.jar"), new byte[8_000_000]);
        Files.writeString(
                built.resolve("libtorch.classpath"),
                built.resolve("modules/gradus-benchmarks.jar")
                        + File.pathSeparator
                        + built.resolve("native.jar"));
        run("--workloads", "size", "--peers", "libtorch");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("size .* 2.00 MB +8.00 MB +4.00");
    }

    private Plan plan(String... arguments) {
        var bench = bench();
        Bench.commandLine(bench).parseArgs(arguments);
        return bench.plan();
    }

    private int run(String... arguments) {
        return Bench.commandLine(bench())
                .setErr(new PrintWriter(complaints, true))
                .execute(arguments);
    }

    private Bench bench() {
        var err = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new Bench(
                new Place(root), new PrintStream(out, true, StandardCharsets.UTF_8), err, false);
    }
}
