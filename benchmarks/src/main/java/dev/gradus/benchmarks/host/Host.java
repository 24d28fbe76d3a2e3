package dev.gradus.benchmarks.host;

import dev.gradus.benchmarks.workload.Contender;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;

/// Lets a library take part in `./gradus bench`: the `main` of a contender is one call of
/// [#run(String\[\], IntFunction)].
///
/// The host reads commands from standard input, a line each, and answers each with one line that starts
/// with [#PREFIX], so that whatever a native library prints does no harm. Between commands it
/// waits and costs nothing. `docs/how-to/benchmark.md` lists the commands.
///
/// Started as `Main --threads N` it serves; started as `Main --threads N --cold WORKLOAD --after
/// 1,10,100` it trains at once and says when so many steps are done.
public final class Host {
    /// What every line of the protocol starts with.
    public static final String PREFIX = "@gradus-bench ";

    /// The exit status of a contender that cannot work on this machine.
    public static final int UNABLE = 3;

    private final PrintStream replies;

    private Host(PrintStream replies) {
        this.replies = replies;
    }

    /// Serves until the other side says `quit` or is gone, then ends the JVM.
    ///
    /// Whatever the contender itself prints to standard output goes to standard error.
    ///
    /// @param arguments the arguments of `main`
    /// @param contender makes the contender for a number of threads; what it throws is reported
    public static void run(String[] arguments, IntFunction<? extends Contender> contender) {
        var replies =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        var host = new Host(replies);
        var status = 0;
        try {
            host.start(arguments, contender);
        } catch (Throwable failure) {
            host.report(failure);
            status = UNABLE;
        }
        // The pools of native libraries would keep the process alive.
        Runtime.getRuntime().halt(status);
    }

    private void start(String[] arguments, IntFunction<? extends Contender> contender)
            throws IOException {
        var threads = Integer.parseInt(option(arguments, "--threads", "1"));
        var cold = option(arguments, "--cold", "");
        if (!cold.isEmpty()) {
            cold(contender.apply(threads), cold, option(arguments, "--after", "1"));
            return;
        }
        var session = new Session(contender.apply(threads));
        reply("ready " + session.describe());
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = commands.readLine();
                line != null && !line.equals("quit");
                line = commands.readLine()) {
            try {
                reply(session.answer(line));
            } catch (Throwable failure) {
                report(failure);
            }
        }
    }

    /// Trains from nothing and reports the moments, which the other side reads off its own clock.
    private void cold(Contender contender, String workload, String after) {
        var task = Session.task(contender, workload);
        if (task.isEmpty()) {
            reply("none");
            return;
        }
        var done = 0;
        for (var mark : after.split(",", -1)) {
            for (; done < Integer.parseInt(mark); done++) {
                task.get().step();
            }
            reply("step " + mark);
        }
        reply("memory " + Memory.now());
    }

    private static String option(String[] arguments, String name, String otherwise) {
        var place = Arrays.asList(arguments).indexOf(name);
        return place >= 0 && place + 1 < arguments.length ? arguments[place + 1] : otherwise;
    }

    private void report(Throwable failure) {
        failure.printStackTrace(System.err);
        var cause = failure;
        while (cause instanceof ExceptionInInitializerError && cause.getCause() != null) {
            cause = cause.getCause();
        }
        var text = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        reply("error " + cause.getClass().getSimpleName() + text);
    }

    /// The line break in front ends whatever was printed without one.
    private void reply(String text) {
        replies.print("\n" + PREFIX + text.replaceAll("\\s+", " ").strip() + "\n");
        replies.flush();
    }

    /// Formats a number for a reply, the same in every language.
    static String number(double value) {
        return String.format(Locale.ROOT, "%.9g", value);
    }
}
