package dev.gradus.studio.models;

import dev.gradus.data.image.GrayImage;
import java.util.Arrays;

/// Makes a picture as those were made that a model learned from.
public final class Preparation {
    /// How far a margin may be from the border's brightness: 5 %, as in the making of Fashion-MNIST.
    public static final float MARGIN = 0.05f * 255;

    private Preparation() {}

    /// Cuts off the margin and puts what is left where the pictures of the subject have it.
    ///
    /// @param bright a picture that is bright on dark
    /// @throws IllegalArgumentException if the subject has no pictures
    public static GrayImage fit(GrayImage bright, Subject subject) {
        return switch (subject) {
            case GARMENTS ->
                    square(bright.trimmed(MARGIN), bright.borderBrightness())
                            .scaled(subject.shape().size(1), subject.shape().size(0));
            case DIGITS -> Centred.of(bright);
            case SPIRALS -> throw new IllegalArgumentException("points on spirals are no pictures");
        };
    }

    /// Returns the whole picture in the middle of a square.
    ///
    /// @param around what the rest of the square is filled with; the border of a picture that was cut is part
    ///     of what it shows, and would not do
    private static GrayImage square(GrayImage picture, float around) {
        var side = Math.max(picture.width(), picture.height());
        var left = (side - picture.width()) / 2;
        var top = (side - picture.height()) / 2;
        var values = new float[side * side];
        Arrays.fill(values, around);
        for (var y = 0; y < picture.height(); y++) {
            for (var x = 0; x < picture.width(); x++) {
                values[(top + y) * side + left + x] = picture.at(x, y);
            }
        }
        return GrayImage.of(side, side, values);
    }
}
