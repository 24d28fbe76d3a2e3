package dev.gradus.studio.models;

import dev.gradus.data.image.GrayImage;

/// Puts what is drawn into the middle as the makers of MNIST did (LeCun and others 1998): fitted into 20 by
/// 20 pixels with its proportions kept, with the centre of its brightness in the middle of 28 by 28.
final class Centred {
    private static final int INNER = 20;
    private static final int SIDE = DrawnDigits.SIDE;

    private Centred() {}

    static GrayImage of(GrayImage brightOnBlack) {
        var cut = brightOnBlack.trimmed(Preparation.MARGIN);
        var scale = (double) INNER / Math.max(cut.width(), cut.height());
        var inner =
                cut.scaled(
                        Math.max(1, (int) Math.round(cut.width() * scale)),
                        Math.max(1, (int) Math.round(cut.height() * scale)));
        var left =
                Math.clamp(Math.round(SIDE / 2.0 - middle(inner, true)), 0, SIDE - inner.width());
        var top =
                Math.clamp(Math.round(SIDE / 2.0 - middle(inner, false)), 0, SIDE - inner.height());
        var canvas = new float[SIDE * SIDE];
        for (var y = 0; y < inner.height(); y++) {
            for (var x = 0; x < inner.width(); x++) {
                canvas[(top + y) * SIDE + left + x] = inner.at(x, y);
            }
        }
        return GrayImage.of(SIDE, SIDE, canvas);
    }

    private static double middle(GrayImage image, boolean across) {
        var sum = 0.0;
        var weighted = 0.0;
        for (var y = 0; y < image.height(); y++) {
            for (var x = 0; x < image.width(); x++) {
                sum += image.at(x, y);
                weighted += image.at(x, y) * ((across ? x : y) + 0.5);
            }
        }
        return sum == 0 ? (across ? image.width() : image.height()) / 2.0 : weighted / sum;
    }
}
