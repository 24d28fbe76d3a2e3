package dev.gradus.studio.models;

import dev.gradus.data.image.GrayImage;

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
                    bright.trimmed(MARGIN).fitted(subject.shape().size(1), subject.shape().size(0));
            case DIGITS -> Centred.of(bright);
            case SPIRALS -> throw new IllegalArgumentException("points on spirals are no pictures");
        };
    }
}
