package dev.gradus.cli;

import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.flatten;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.data.Scale;
import dev.gradus.data.fashion.FashionMnist;
import dev.gradus.io.Provenance;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Shape;
import dev.gradus.train.Model;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {
    @TempDir Path folder;
    private Path model;

    @BeforeEach
    void saveAModel() {
        var input = Shape.of(28, 28, 1);
        model = folder.resolve("model.gradus");
        Model.of(
                        Sequential.of(flatten(), dense(10)).build(input, Seed.seed(1)),
                        input,
                        FashionMnist.classes(),
                        Scale.pixels(),
                        Provenance.unstated())
                .save(model);
    }

    @Test
    void namesTheThreeLikeliestClassesOfPicturesOfAnySize() throws IOException {
        var large = picture("large.png", 640, 480, "png");
        var small = picture("small.jpg", 9, 31, "jpg");
        var result = Shell.gradus("predict", model, large, small);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains(large.toString(), small.toString());
        assertThat(Pattern.compile("[█░]{24} \\S.* %").matcher(result.out()).results()).hasSize(6);
    }

    @Test
    void aFileThatIsNoPictureIsWrongUse() throws IOException {
        var text = Files.writeString(folder.resolve("notes.png"), "no picture at all");
        var result = Shell.gradus("predict", model, text);
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(text.toString(), "no image").doesNotContain("\tat ");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void aPictureThatIsMissingIsFoundBeforeTheFirstAnswer() throws IOException {
        var there = picture("there.png", 28, 28, "png");
        var result = Shell.gradus("predict", model, there, folder.resolve("missing.png"));
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("There is no picture", "missing.png");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void aFileThatIsNoModelIsWrongUse() throws IOException {
        var there = picture("there.png", 28, 28, "png");
        var result = Shell.gradus("predict", there, there);
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("no model of Gradus");
    }

    @Test
    void noPictureAtAllIsWrongUse() {
        assertThat(Shell.gradus("predict", model).exitCode()).isEqualTo(2);
        assertThat(Shell.gradus("predict", model, folder).exitCode()).isEqualTo(2);
    }

    private Path picture(String name, int width, int height, String format) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.DARK_GRAY);
        graphics.fillRect(width / 4, height / 4, width / 2, height / 2);
        graphics.dispose();
        var file = folder.resolve(name);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }
}
