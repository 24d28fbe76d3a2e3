package dev.gradus.tensor.graph;

import dev.gradus.tensor.backend.Kernel;
import dev.gradus.tensor.backend.Operand;
import java.util.List;
import java.util.Locale;

/// Writes down the kernels of a program for people.
final class Explanation {
    private Explanation() {}

    static String of(KernelProgram program) {
        var out = new StringBuilder();
        var flops = 0L;
        var moved = 0L;
        for (var kernel : program.kernels()) {
            var bytes = traffic(kernel.inputs()) + traffic(kernel.outputs());
            flops += kernel.flops();
            moved += bytes;
            out.append(
                    "%-52s %-24s %9s flops %9s%n"
                            .formatted(
                                    kernel.describe(),
                                    shapes(kernel),
                                    count(kernel.flops()),
                                    bytes(bytes)));
        }
        out.append(
                "%d kernels, %s flops, %s moved, %s of working memory"
                        .formatted(
                                program.kernels().size(),
                                count(flops),
                                bytes(moved),
                                bytes(program.temporaryBytes())));
        return out.toString();
    }

    private static String shapes(Kernel kernel) {
        var output = kernel.outputs().getFirst();
        return output.view().shape() + " " + output.type();
    }

    /// What is read or written at least once; a repeated element counts once.
    private static long traffic(List<Operand> operands) {
        var bytes = 0L;
        for (var operand : operands) {
            var view = operand.view();
            var elements = 1L;
            for (var axis = 0; axis < view.shape().rank(); axis++) {
                elements *= view.stride(axis) == 0 ? 1 : view.shape().size(axis);
            }
            bytes += elements * operand.type().bytes();
        }
        return bytes;
    }

    private static String count(long number) {
        return scaled(number, 1000, "", "K", "M", "G");
    }

    static String bytes(long number) {
        return scaled(number, 1024, "B", "KB", "MB", "GB");
    }

    private static String scaled(long number, int base, String... units) {
        var value = (double) number;
        var unit = 0;
        while (value >= base && unit < units.length - 1) {
            value /= base;
            unit++;
        }
        var digits = unit == 0 || value >= 100 ? 0 : 1;
        return String.format(Locale.ROOT, "%." + digits + "f %s", value, units[unit]).strip();
    }
}
