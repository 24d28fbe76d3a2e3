package dev.gradus.studio.models;

import dev.gradus.data.Dataset;
import dev.gradus.data.image.GrayImage;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// How an example is said to a page.
public final class Example {
    private Example() {}

    /// Returns its number, what it is, and its numbers: the brightnesses of a picture as bytes in base 64,
    /// those of a row as a list.
    public static Map<String, Object> words(Dataset data, int i) {
        var words = new LinkedHashMap<String, Object>();
        words.put("index", i);
        words.put("truth", data.label(i));
        if (data.exampleShape().rank() == 3) {
            words.put("pixels", bytes(data.features(i)));
        } else {
            words.put("values", data.features(i));
        }
        return words;
    }

    /// Returns a picture with its size and its brightnesses as bytes in base 64.
    public static Map<String, Object> words(GrayImage picture) {
        return Map.of(
                "width", picture.width(),
                "height", picture.height(),
                "pixels", bytes(picture.values()));
    }

    private static String bytes(float[] values) {
        var bytes = new byte[values.length];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.clamp(Math.round(values[i]), 0, 255);
        }
        return Base64.getEncoder().encodeToString(bytes);
    }
}
