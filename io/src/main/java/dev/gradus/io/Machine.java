package dev.gradus.io;

import dev.gradus.tensor.Device;
import dev.gradus.tensor.backend.Backend;
import java.util.LinkedHashMap;
import java.util.Map;

/// What something was computed on.
///
/// @param system the operating system and its version
/// @param architecture the kind of processor, such as `amd64`
/// @param cores how many processors Java sees
/// @param memoryBytes how much memory Java may take
/// @param java the version of Java and who made it
/// @param device what computed, and with what, such as `jvm (512-bit vectors, 2 threads)`
public record Machine(
        String system,
        String architecture,
        int cores,
        long memoryBytes,
        String java,
        String device) {
    /// Returns this machine.
    public static Machine here() {
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory(),
                System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
                deviceHere());
    }

    private static String deviceHere() {
        var device = Device.current();
        return device.backend()
                .map(backend ->
                        switch (backend.availability()) {
                            case Backend.Availability.Ready(var detail) ->
                                    device.name() + " (" + detail + ")";
                            case Backend.Availability.Unavailable _ -> device.name();
                        })
                .orElse(device.name());
    }

    /// Returns everything as text and numbers.
    public Map<String, Object> description() {
        var entries = new LinkedHashMap<String, Object>();
        entries.put("system", system);
        entries.put("architecture", architecture);
        entries.put("cores", cores);
        entries.put("memoryBytes", memoryBytes);
        entries.put("java", java);
        entries.put("device", device);
        return entries;
    }

    static Machine of(Fields fields) {
        return new Machine(
                fields.text("system"),
                fields.text("architecture"),
                fields.count("cores"),
                fields.whole("memoryBytes"),
                fields.text("java"),
                fields.text("device"));
    }
}
