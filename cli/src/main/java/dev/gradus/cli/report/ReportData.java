package dev.gradus.cli.report;

import dev.gradus.data.image.GrayImage;
import java.util.List;

/// Everything that a report of one training shows, in plain values.
///
/// @param data the name of the data, such as `Fashion-MNIST`
/// @param things what an example shows, in the plural, such as `garments`
/// @param score how well it does on examples it has never seen
/// @param learning how it got there
/// @param confusion what it takes for what
/// @param mistakes wrong answers it is surest of, surest first
/// @param network the layers, with what they answer to one example
/// @param firstLayer how training changed the weights of units of the first layer, laid out as what they look at
/// @param settings what was chosen
/// @param provenance what it was made of, with what and where
/// @param next what to do now, most useful first
public record ReportData(
        String data,
        String things,
        Score score,
        Learning learning,
        Confusion confusion,
        List<Mistake> mistakes,
        Network network,
        List<Plane> firstLayer,
        List<Fact> settings,
        List<Fact> provenance,
        List<Step> next) {
    /// Copies the lists.
    public ReportData {
        mistakes = List.copyOf(mistakes);
        firstLayer = List.copyOf(firstLayer);
        settings = List.copyOf(settings);
        provenance = List.copyOf(provenance);
        next = List.copyOf(next);
    }

    /// How well it does on the test examples; shares are from 0 to 1.
    ///
    /// @param examples how many test examples there are
    /// @param accuracy the share it names right
    /// @param low the lower end of the accuracy's 95 % interval
    /// @param high the upper end
    /// @param macroF1 the mean of the classes' F1
    /// @param logLoss how wrong its probabilities are, in nats
    /// @param majority the accuracy of naming the commonest class always
    /// @param linear the accuracy of a linear model trained on the same examples
    /// @param kinds each class's own figures, in the order of the classes
    public record Score(
            int examples,
            double accuracy,
            double low,
            double high,
            double macroF1,
            double logLoss,
            double majority,
            double linear,
            List<Kind> kinds) {
        /// Copies the list.
        public Score {
            kinds = List.copyOf(kinds);
        }
    }

    /// How well it does on one class.
    ///
    /// @param name the class
    /// @param precision of those it named so, the share that is
    /// @param recall of those that are, the share it named so
    /// @param f1 both in one number
    /// @param examples how many there are
    public record Kind(String name, double precision, double recall, double f1, int examples) {}

    /// How it learned.
    ///
    /// @param epochs what was measured after each pass, in order
    /// @param kept the number of the epoch whose weights were kept, from 1
    /// @param stopped why it ended, as a sentence
    /// @param secondsTraining how long it took
    /// @param samplesPerSecond how many examples it learned from in a second
    /// @param parameters how many numbers it learned
    public record Learning(
            List<Epoch> epochs,
            int kept,
            String stopped,
            double secondsTraining,
            double samplesPerSecond,
            long parameters) {
        /// Copies the list.
        public Learning {
            epochs = List.copyOf(epochs);
        }
    }

    /// What was measured after one pass over the training examples.
    ///
    /// @param number from 1
    /// @param trainLoss on examples it learned from
    /// @param trainAccuracy on the same
    /// @param validationLoss on examples kept apart
    /// @param validationAccuracy on the same
    public record Epoch(
            int number,
            double trainLoss,
            double trainAccuracy,
            double validationLoss,
            double validationAccuracy) {}

    /// What it takes for what.
    ///
    /// @param classes the names
    /// @param cells one for each pair of true and predicted class, row by row
    public record Confusion(List<String> classes, List<Cell> cells) {
        /// Copies the lists and checks that they fit together.
        public Confusion {
            classes = List.copyOf(classes);
            cells = List.copyOf(cells);
            if (cells.size() != classes.size() * classes.size()) {
                throw new IllegalArgumentException(
                        "%d classes need %d cells but there are %d"
                                .formatted(
                                        classes.size(),
                                        classes.size() * classes.size(),
                                        cells.size()));
            }
        }

        /// Returns the cell of those that are `truth` and were called `predicted`.
        public Cell cell(int truth, int predicted) {
            return cells.get(truth * classes.size() + predicted);
        }

        /// Returns how many there are of class `truth`.
        public int total(int truth) {
            var sum = 0;
            for (var predicted = 0; predicted < classes.size(); predicted++) {
                sum += cell(truth, predicted).count();
            }
            return sum;
        }
    }

    /// Those of one class that were called another, or the same.
    ///
    /// @param count how many
    /// @param examples some of them
    public record Cell(int count, List<Mistake> examples) {
        /// Copies the list.
        public Cell {
            examples = List.copyOf(examples);
        }
    }

    /// One example with the answer it got, right or wrong.
    ///
    /// @param image what it looks like
    /// @param truth its class
    /// @param answers the likeliest classes, likeliest first; the first one is the answer
    public record Mistake(GrayImage image, String truth, List<Answer> answers) {
        /// Copies the list.
        public Mistake {
            answers = List.copyOf(answers);
        }

        /// Returns the answer.
        public Answer answer() {
            return answers.getFirst();
        }
    }

    /// A class with its probability.
    ///
    /// @param name the class
    /// @param probability from 0 to 1
    public record Answer(String name, double probability) {}

    /// The network with one example on its way through.
    ///
    /// @param example what goes in
    /// @param places its layers in order
    /// @param parameters how many numbers it learned
    /// @param multiplyAdds how many multiplications one example takes
    public record Network(Mistake example, List<Place> places, long parameters, long multiplyAdds) {
        /// Copies the list.
        public Network {
            places = List.copyOf(places);
        }
    }

    /// One layer.
    ///
    /// @param layer as it is written in a program
    /// @param shape what it makes of one example, such as `28 × 28 × 16`
    /// @param numbers how many numbers that is
    /// @param parameters how many numbers of it are learned
    /// @param answers what it answers to the example, as planes; some of them when there are many
    /// @param planes how many planes there are in all
    public record Place(
            String layer,
            String shape,
            int numbers,
            long parameters,
            List<Plane> answers,
            int planes) {
        /// Copies the list.
        public Place {
            answers = List.copyOf(answers);
        }
    }

    /// Signed numbers in rows and columns.
    ///
    /// @param name what people call it
    /// @param width how many columns there are
    /// @param values row by row
    public record Plane(String name, int width, List<Float> values) {
        /// Copies the list.
        public Plane {
            values = List.copyOf(values);
            if (width < 1 || values.isEmpty() || values.size() % width != 0) {
                throw new IllegalArgumentException(
                        "%d values do not fill rows of %d".formatted(values.size(), width));
            }
        }

        /// Returns how many rows there are.
        public int height() {
            return values.size() / width;
        }
    }

    /// Something worth knowing.
    ///
    /// @param name what it is
    /// @param value as people write it
    public record Fact(String name, String value) {}

    /// Something to do.
    ///
    /// @param what it is good for, as a sentence
    /// @param command what to type
    public record Step(String what, String command) {}
}
