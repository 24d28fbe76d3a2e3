package dev.gradus.studio.trial;

import dev.gradus.data.image.GrayImage;
import dev.gradus.studio.models.Preparation;
import dev.gradus.studio.models.Subject;
import dev.gradus.studio.server.Request;
import java.util.List;

/// A picture of any kind on its way to what a model sees.
///
/// @param steps the picture after each step
record Sight(List<Step> steps) {
    /// How long a side may be that a page sends.
    static final int MOST = 84;

    /// The picture after one step.
    ///
    /// @param name what was done
    /// @param picture what came of it
    record Step(String name, GrayImage picture) {}

    /// Returns the way of what a page sent.
    ///
    /// @throws IllegalArgumentException if it is no picture, or a larger one
    static Sight of(Request request, Subject subject) {
        var width = request.index("width", MOST + 1);
        var height = request.index("height", MOST + 1);
        if (width == 0 || height == 0) {
            throw new IllegalArgumentException("the picture has no pixels: give at least one");
        }
        var came = GrayImage.of(width, height, request.brightnesses("pixels", width * height));
        return of(came, subject, request.truth("invert"), request.truth("centre"));
    }

    static Sight of(GrayImage came, Subject subject, boolean invert, boolean centre) {
        var turned = invert ? came.onBlack() : came;
        var seen =
                centre
                        ? Preparation.fit(turned, subject)
                        : turned.scaled(subject.shape().size(1), subject.shape().size(0));
        return new Sight(
                List.of(
                        new Step("came", came),
                        new Step("turned", turned),
                        new Step("seen", seen)));
    }

    GrayImage seen() {
        return steps.getLast().picture();
    }

    /// Returns whether there is nothing on it.
    boolean isEmpty() {
        var came = steps.getFirst().picture();
        var values = came.values();
        for (var value : values) {
            if (Math.abs(value - came.borderBrightness()) > Preparation.MARGIN) {
                return false;
            }
        }
        return true;
    }
}
