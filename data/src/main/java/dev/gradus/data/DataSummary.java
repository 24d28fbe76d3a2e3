package dev.gradus.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a first look at a dataset should find: how much there is, how the classes are balanced and
/// what may be wrong with it.
///
/// Minimum, maximum and mean leave missing values out; they are NaN where nothing is left.
///
/// @param name the dataset's name
/// @param examples how many examples there are
/// @param shape the shape of one example, as text
/// @param classCounts how many examples each class has, by name, in the order of the labels
/// @param minimum the smallest number
/// @param maximum the largest number
/// @param mean the average of all numbers
/// @param missing how many numbers are missing (NaN)
/// @param duplicates how many examples have the same features as an earlier one
/// @param conflicts how many of these carry another label than the first of their kind
/// @param origin where the data come from
public record DataSummary(
        String name,
        int examples,
        String shape,
        List<ClassCount> classCounts,
        float minimum,
        float maximum,
        double mean,
        long missing,
        int duplicates,
        int conflicts,
        Origin origin) {

    /// How many examples a class has.
    ///
    /// @param name the class
    /// @param examples how many
    public record ClassCount(String name, int examples) {}

    /// @param classCounts copied
    public DataSummary {
        classCounts = List.copyOf(classCounts);
    }

    static DataSummary of(Dataset data) {
        var minimum = Float.POSITIVE_INFINITY;
        var maximum = Float.NEGATIVE_INFINITY;
        var sum = 0.0;
        var present = 0L;
        var features = new float[data.exampleShape().count()];
        for (var i = 0; i < data.size(); i++) {
            data.copyFeatures(i, features, 0);
            for (var value : features) {
                if (!Float.isNaN(value)) {
                    minimum = Math.min(minimum, value);
                    maximum = Math.max(maximum, value);
                    sum += value;
                    present++;
                }
            }
        }
        var duplicates = 0;
        var conflicts = 0;
        Map<Integer, List<Integer>> firstOfTheirKind = new HashMap<>();
        for (var i = 0; i < data.size(); i++) {
            var candidates =
                    firstOfTheirKind.computeIfAbsent(data.quickHash(i), _ -> new ArrayList<>(1));
            var first = firstSame(data, candidates, i);
            if (first == i) {
                candidates.add(i);
            } else {
                duplicates++;
                conflicts += data.label(first) == data.label(i) ? 0 : 1;
            }
        }
        return new DataSummary(
                data.name(),
                data.size(),
                data.exampleShape().toString(),
                count(data),
                present == 0 ? Float.NaN : minimum,
                present == 0 ? Float.NaN : maximum,
                sum / present,
                (long) data.size() * features.length - present,
                duplicates,
                conflicts,
                data.origin());
    }

    private static int firstSame(Dataset data, List<Integer> candidates, int i) {
        for (var candidate : candidates) {
            if (data.sameFeatures(candidate, i)) {
                return candidate;
            }
        }
        return i;
    }

    private static List<ClassCount> count(Dataset data) {
        var counts = data.classCounts();
        var named = new ArrayList<ClassCount>();
        for (var label = 0; label < counts.length; label++) {
            named.add(new ClassCount(data.classes().get(label), counts[label]));
        }
        return named;
    }

    /// Returns the summary as a few lines for people.
    @Override
    public String toString() {
        return String.join(
                "\n",
                line(
                        "%s: %,d examples of shape %s in %s classes",
                        name, examples, shape, classCounts.size()),
                line("  values      %s to %s, mean %.2f", number(minimum), number(maximum), mean),
                line("  classes     %s", balance()),
                line("  missing     %,d", missing),
                line("  duplicates  %,d%s", duplicates, conflicting()),
                line("  source      %s", origin.source()),
                line("  licence     %s", origin.licence()));
    }

    private String conflicting() {
        return conflicts == 0 ? "" : line(" (%,d with another label)", conflicts);
    }

    private String balance() {
        var fewest = classCounts.stream().mapToInt(ClassCount::examples).min().orElse(0);
        var most = classCounts.stream().mapToInt(ClassCount::examples).max().orElse(0);
        if (fewest == most) {
            return line("%,d examples each", fewest);
        }
        var parts = new ArrayList<String>();
        for (var part : classCounts) {
            parts.add(line("%s %,d", part.name(), part.examples()));
        }
        return line("unequal, %,d to %,d: %s", fewest, most, String.join(", ", parts));
    }

    private static String number(float value) {
        return value == Math.rint(value) ? line("%.0f", value) : Float.toString(value);
    }

    private static String line(String format, Object... values) {
        // the sentences are English, so are the numbers in them
        return String.format(Locale.ENGLISH, format, values);
    }
}
