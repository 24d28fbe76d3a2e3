package dev.gradus.data.image;

import java.util.List;

/// A picture and the lines written under it, such as `Shirt` and `→ Coat 61 %`.
///
/// @param image the picture
/// @param caption the lines, first to last
public record Captioned(GrayImage image, List<String> caption) {
    /// @param caption copied
    public Captioned {
        caption = List.copyOf(caption);
    }

    /// Returns a picture with these lines under it.
    public static Captioned of(GrayImage image, String... caption) {
        return new Captioned(image, List.of(caption));
    }

    /// Returns a picture with its true class in the first line, and the predicted class with its
    /// probability in the second.
    public static Captioned prediction(
            GrayImage image, String trueClass, String predictedClass, double probability) {
        return of(
                image,
                trueClass,
                "→ %s %s %%".formatted(predictedClass, Math.round(100 * probability)));
    }
}
