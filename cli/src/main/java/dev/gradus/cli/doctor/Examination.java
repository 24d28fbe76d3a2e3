package dev.gradus.cli.doctor;

import dev.gradus.cli.doctor.Finding.Verdict;
import dev.gradus.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Looks at the machine, at Java and at what Gradus can use of both.
///
/// @param findings what was found, in the order in which it matters
public record Examination(List<Finding> findings) {
    /// Copies the list.
    public Examination {
        findings = List.copyOf(findings);
    }

    /// Examines this process and its machine.
    public static Examination here(Terminal terminal) {
        var findings = new ArrayList<Finding>();
        findings.add(JavaCheck.version(Runtime.version()));
        findings.add(JavaCheck.compiler());
        findings.add(MachineCheck.processors());
        findings.add(MachineCheck.memory());
        findings.addAll(BackendCheck.backends());
        findings.add(BackendCheck.computing());
        findings.add(DataCheck.bundled());
        findings.add(DataCheck.full());
        findings.add(TerminalCheck.of(terminal));
        return new Examination(findings);
    }

    /// Returns whether everything that must work does.
    public boolean works() {
        return findings.stream().noneMatch(it -> it.verdict() == Verdict.BROKEN);
    }

    /// Returns the state of health in one sentence.
    public String summary() {
        var broken = count(Verdict.BROKEN);
        var remarks = count(Verdict.NOTICE) + count(Verdict.MISSING);
        if (broken > 0) {
            return "%d of %d checks failed.".formatted(broken, findings.size());
        }
        return remarks == 0
                ? "All is well: %d checks made, nothing found.".formatted(findings.size())
                : "All that is needed works; %d of %d checks found something that could be better."
                        .formatted(remarks, findings.size());
    }

    /// Returns everything as maps, lists and text, to be written as JSON.
    public Map<String, Object> description() {
        var entries = new LinkedHashMap<String, Object>();
        entries.put("works", works());
        entries.put("summary", summary());
        entries.put("java", System.getProperty("java.version"));
        entries.put("java_vendor", System.getProperty("java.vendor"));
        entries.put("system", System.getProperty("os.name"));
        entries.put("architecture", System.getProperty("os.arch"));
        entries.put("cores", Runtime.getRuntime().availableProcessors());
        entries.put("memory_bytes", MachineCheck.machineMemory());
        entries.put("heap_bytes", Runtime.getRuntime().maxMemory());
        entries.put("backend", BackendCheck.current());
        entries.put("vector_bits", BackendCheck.vectorBits());
        entries.put("findings", findings.stream().map(Examination::describe).toList());
        return entries;
    }

    private static Map<String, Object> describe(Finding finding) {
        var entries = new LinkedHashMap<String, Object>();
        entries.put("topic", finding.topic());
        entries.put("verdict", finding.verdict().name().toLowerCase(Locale.ROOT));
        entries.put("found", finding.found());
        entries.put("remedy", finding.remedy());
        return entries;
    }

    private long count(Verdict verdict) {
        return findings.stream().filter(it -> it.verdict() == verdict).count();
    }
}
