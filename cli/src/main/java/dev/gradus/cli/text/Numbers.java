package dev.gradus.cli.text;

import java.util.Locale;

/// Writes numbers as people read them; the sentences are English, so are the numbers in them.
public final class Numbers {
    private static final long KILO = 1024;

    private Numbers() {}

    /// Returns a count with its thousands apart, such as `9,000`.
    public static String count(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    /// Returns a number with this many digits after the point.
    public static String decimals(double value, int digits) {
        return String.format(Locale.ENGLISH, "%." + digits + "f", value);
    }

    /// Returns a share from 0 to 1 as a percentage, such as `87 %`; with a digit after the point close
    /// to nothing and to all, which are themselves said only of exactly that.
    public static String percent(double share) {
        var percent = 100 * share;
        if (percent <= 0 || percent >= 100) {
            return Math.round(percent) + " %";
        }
        if (percent < 0.95) {
            return percent < 0.1 ? "under 0.1 %" : decimals(percent, 1) + " %";
        }
        return percent < 99.5
                ? Math.round(percent) + " %"
                : decimals(Math.min(99.9, percent), 1) + " %";
    }

    /// Returns how many of 100 a share from 0 to 1 is, such as `88`; 100 only when it is all.
    public static long ofHundred(double share) {
        var rounded = Math.round(100 * share);
        return rounded == 100 && share < 1 ? 99 : rounded;
    }

    /// Returns a time span such as `0.4 s`, `12 s`, `1 min 5 s` or `2 h 3 min`.
    public static String duration(double seconds) {
        if (seconds < 9.95) {
            return decimals(Math.max(0, seconds), 1) + " s";
        }
        var whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? "%d min %d s".formatted(whole / 60, whole % 60)
                : "%d h %d min".formatted(whole / 3600, whole % 3600 / 60);
    }

    /// Returns an amount of memory or the size of a file, such as `31.8 GB`, in powers of 1,024.
    public static String bytes(long bytes) {
        var units = new String[] {"bytes", "KB", "MB", "GB", "TB"};
        var value = (double) bytes;
        var unit = 0;
        while (value >= KILO && unit < units.length - 1) {
            value /= KILO;
            unit++;
        }
        return (unit == 0 ? count(bytes) : decimals(value, value < 10 ? 1 : 0)) + " " + units[unit];
    }

    /// Returns a number with the noun it counts, such as `1 epoch` or `12 epochs`.
    public static String counted(long number, String singular, String plural) {
        return count(number) + " " + (number == 1 ? singular : plural);
    }
}
