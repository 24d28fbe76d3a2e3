import static dev.gradus.Gradus.*;

import module dev.gradus;
import module dev.gradus.course;
import module java.base;

// asks: road {"fog": 0, "place": 2}
// asks: road {"fog": 1, "place": 6}
// asks: assistant {"text": "wake me at seven"}
// asks: assistant {"text": ""}
// asks: fraud {"oneIn": 1000}
// asks: ads {"views": 0}
// asks: scan {"stamp": 1, "ill": false}
// asks: game {"coin": 4}
/// Six small models. Each is trained by the library when it is first asked, on examples made here, and
/// then asked about something it has not seen.
final class Picture implements LessonPicture {
    private static final long SEED = 7;

    private final Map<String, Model> models = new HashMap<>();

    @Override
    public Object answer(String question, Inputs in) {
        return switch (question) {
            case "road" -> road(in.number("fog"), (int) in.number("place"));
            case "assistant" -> assistant(in.text("text"));
            case "fraud" -> fraud((int) in.number("oneIn"));
            case "ads" -> ads((int) in.number("views"));
            case "scan" -> scan(in.number("stamp"), in.flag("ill"));
            case "game" -> game(in.number("coin"));
            default -> throw new IllegalArgumentException("there is no question " + question);
        };
    }

    /// A network that answers with a probability for each of some names.
    record Model(Sequential network) {
        /// Learns from examples: `inputs[i]` is called `names[i]`.
        static Model learn(List<float[]> inputs, int[] names, int classes, int hidden, int epochs) {
            var width = inputs.getFirst().length;
            var numbers = new float[inputs.size() * width];
            for (var i = 0; i < inputs.size(); i++) {
                System.arraycopy(inputs.get(i), 0, numbers, i * width, width);
            }
            var labels = IntStream.range(0, classes).mapToObj(String::valueOf).toList();
            var examples = Dataset.of("examples", numbers, Shape.of(width), names, labels);
            var network =
                    Sequential.of(dense(hidden, RELU), dense(classes))
                            .build(Shape.of(width), seed(SEED));
            var optimizer = adam(0.005).on(network);
            for (var epoch = 0; epoch < epochs; epoch++) {
                for (var batch : examples.shuffled(epoch).batches(64)) {
                    optimizer.step(crossEntropy(network.apply(batch.x()), batch.y()));
                }
            }
            return new Model(network);
        }

        double[] of(float[] input) {
            return network.apply(Tensor.of(input, 1, input.length)).softmax(1).toDoubles();
        }

        /// Returns the probability of name 1 for many inputs at once.
        double[] second(List<float[]> inputs) {
            var rows = Tensor.of(inputs.toArray(float[][]::new));
            return network.apply(rows).softmax(1).slice(1, 1, 2, 1).toDoubles();
        }
    }

    // road: a camera picture of 12 by 24 points; where does a car stand, if any does

    private static final int HEIGHT = 12;
    private static final int WIDTH = 24;
    private static final int PLACES = 6;
    private static final double FOG = 0.7;

    private Object road(double fog, int place) {
        var model =
                models.computeIfAbsent(
                        "road",
                        _ -> {
                            var random = new SplittableRandom(SEED);
                            var parts = new ArrayList<float[]>();
                            var isCar = new int[1500];
                            for (var i = 0; i < isCar.length; i++) {
                                // all of these days are clear; half of the cars stand elsewhere
                                var looksAt = random.nextInt(PLACES);
                                var car = i % 2 == 0 ? looksAt : random.nextInt(PLACES + 1);
                                isCar[i] = car == looksAt ? 1 : 0;
                                parts.add(part(camera(car, 0, random), looksAt));
                            }
                            return Model.learn(parts, isCar, 2, 12, 8);
                        });
        var seen = camera(place, fog, new SplittableRandom(SEED + 1));
        var parts = IntStream.range(0, PLACES).mapToObj(i -> part(seen, i)).toList();
        return Map.of("pixels", rows(seen, WIDTH), "places", model.second(parts));
    }

    /// The part of a picture in which a place lies, and which place that is.
    private static float[] part(float[] picture, int place) {
        var width = WIDTH / PLACES;
        var part = new float[HEIGHT * width + PLACES];
        for (var i = 0; i < HEIGHT * width; i++) {
            part[i] = 2 * picture[i / width * WIDTH + place * width + i % width] - 1;
        }
        part[HEIGHT * width + place] = 1;
        return part;
    }

    private static float[] camera(int place, double fog, RandomGenerator random) {
        var light = 0.85 + 0.3 * random.nextDouble();
        var shift = random.nextInt(3) - 1;
        var car = 0.08 + 0.12 * random.nextDouble();
        var picture = new float[HEIGHT * WIDTH];
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                var middle = Math.abs(x - 11.5) / (y + 1);
                var ground = middle < 0.12 && y % 3 > 0 ? 0.85 : middle < 1.25 ? 0.36 : 0.55;
                var bright = y < 4 ? 0.8 : ground;
                var inCar = y > 4 && y < 10 && (x - shift) / 4 == place && (x - shift) % 4 > 0;
                var clear = light * (inCar ? (y == 6 ? 0.5 : car) : bright);
                var noise = 0.03 * random.nextGaussian();
                picture[y * WIDTH + x] =
                        (float) Math.clamp(clear * (1 - fog) + FOG * fog + noise, 0, 1);
            }
        }
        return picture;
    }

    // assistant: a sentence; which of five things is wanted

    private static final List<String> WISHES =
            List.of(
                    "wake me at T|set an alarm for T|get me up at T|alarm at T please|i must get up at T",
                    "what is the weather in C|will it rain in C|is it cold in C today|weather for C|do i need a coat in C",
                    "play some M|i want to hear M|put on M music|play me a M song|some M please",
                    "book a flight to C|fly me to C|i want to fly to C at T|find flights to C|a ticket to C please",
                    "turn on the light|switch the lamp off|lights off please|make it dark|make it bright in here");
    private static final Map<String, List<String>> FILL =
            Map.of(
                    "T", List.of("six", "seven", "eight", "noon", "ten", "nine"),
                    "C", List.of("paris", "rome", "oslo", "cairo", "lima", "tokyo"),
                    "M", List.of("jazz", "rock", "piano", "slow", "loud", "old"));

    private final List<String> vocabulary = new ArrayList<>();

    private Object assistant(String text) {
        var model =
                models.computeIfAbsent(
                        "assistant",
                        _ -> {
                            var random = new SplittableRandom(SEED);
                            var wishes = new int[800];
                            var sentences = new ArrayList<List<String>>();
                            for (var i = 0; i < wishes.length; i++) {
                                wishes[i] = i % WISHES.size();
                                sentences.add(stems(sentence(wishes[i], random)));
                            }
                            sentences.stream()
                                    .flatMap(List::stream)
                                    .distinct()
                                    .forEach(vocabulary::add);
                            return Model.learn(
                                    sentences.stream().map(this::counts).toList(),
                                    wishes,
                                    WISHES.size(),
                                    16,
                                    30);
                        });
        var stems = stems(text);
        return Map.of(
                "wishes", model.of(counts(stems)),
                "known", stems.stream().map(vocabulary::contains).toList());
    }

    private static String sentence(int wish, RandomGenerator random) {
        var forms = WISHES.get(wish).split("\\|", -1);
        var words = forms[random.nextInt(forms.length)].split(" ", -1);
        for (var i = 0; i < words.length; i++) {
            var choices = FILL.get(words[i]);
            words[i] = choices == null ? words[i] : choices.get(random.nextInt(choices.size()));
        }
        return String.join(" ", words);
    }

    /// A word is known by its first three letters, so that `flight` and `flights` are one.
    private static List<String> stems(String text) {
        return Pattern.compile("[\\p{L}\\d]+")
                .matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(word -> word.group().substring(0, Math.min(3, word.group().length())))
                .toList();
    }

    private float[] counts(List<String> stems) {
        var counts = new float[vocabulary.size()];
        stems.stream().mapToInt(vocabulary::indexOf).filter(i -> i >= 0).forEach(i -> counts[i]++);
        return counts;
    }

    // fraud: one payment; amount, hour, distance and shop

    private record Payment(double amount, boolean atNight, double kilometres, boolean isNewShop) {
        static Payment made(boolean isFraud, RandomGenerator random) {
            return new Payment(
                    Math.exp((isFraud ? 4.6 : 3.3) + 0.9 * random.nextGaussian()),
                    random.nextDouble() < (isFraud ? 0.45 : 0.12),
                    Math.exp((isFraud ? 4.2 : 1.8) + 1.3 * random.nextGaussian()),
                    random.nextDouble() < (isFraud ? 0.6 : 0.25));
        }

        float[] numbers() {
            return new float[] {
                (float) Math.log(amount) - 3.5f,
                atNight ? 1 : 0,
                (float) Math.log(kilometres) / 2 - 1,
                isNewShop ? 1 : 0
            };
        }
    }

    private Object fraud(int oneIn) {
        var model =
                models.computeIfAbsent(
                        "fraud" + oneIn,
                        _ -> {
                            var random = new SplittableRandom(SEED);
                            var payments = new ArrayList<float[]>();
                            var isFraud = new int[4000];
                            for (var i = 0; i < isFraud.length; i++) {
                                isFraud[i] = i % oneIn == 0 ? 1 : 0;
                                payments.add(Payment.made(isFraud[i] == 1, random).numbers());
                            }
                            return Model.learn(payments, isFraud, 2, 6, 4);
                        });
        var random = new SplittableRandom(SEED + 1);
        var frauds = model.second(drawn(100, true, random));
        var honest = model.second(drawn(2000, false, random));
        var found = Arrays.stream(frauds).filter(p -> p > 0.5).count();
        var cleared = Arrays.stream(honest).filter(p -> p <= 0.5).count() / 2000.0;
        var payment = new Payment(240, true, 310, true);
        return Map.of(
                "payment",
                payment,
                "probability",
                model.of(payment.numbers())[1],
                "found",
                Arrays.stream(frauds).mapToObj(p -> p > 0.5).toList(),
                "right",
                cleared * (1 - 1.0 / oneIn) + found / 100.0 / oneIn);
    }

    private static List<float[]> drawn(int count, boolean isFraud, RandomGenerator random) {
        return Stream.generate(() -> Payment.made(isFraud, random).numbers()).limit(count).toList();
    }

    // ads: what somebody clicked before, and an advertisement; four topics

    private static final int TOPICS = 4;
    private static final int USUAL_VIEWS = 60;
    private static final int PEOPLE = 400;
    private static final int SHOWN = 332;

    private Object ads(int views) {
        var model =
                models.computeIfAbsent(
                        "ads",
                        _ -> {
                            var random = new SplittableRandom(SEED);
                            var people = new ArrayList<float[]>();
                            var clicked = new int[6000];
                            for (var i = 0; i < clicked.length; i++) {
                                var taste = taste(random);
                                var topic = random.nextInt(TOPICS);
                                people.add(
                                        input(
                                                clicks(taste, USUAL_VIEWS, random),
                                                USUAL_VIEWS,
                                                topic));
                                clicked[i] = random.nextDouble() < taste[topic] ? 1 : 0;
                            }
                            return Model.learn(people, clicked, 2, 8, 12);
                        });
        double promised = 0;
        double clicked = 0;
        var person = Map.<String, Object>of();
        for (var i = 0; i < PEOPLE; i++) {
            // the same people, however much they were shown
            var random = new SplittableRandom(SEED + 1 + i);
            var taste = taste(random);
            var clicks = clicks(taste, views, random);
            var says =
                    model.second(
                            IntStream.range(0, TOPICS)
                                    .mapToObj(topic -> input(clicks, views, topic))
                                    .toList());
            var best = best(says);
            promised += says[best] / PEOPLE;
            clicked += taste[best] / PEOPLE;
            if (i == SHOWN) {
                person = Map.of("clicks", clicks, "says", says, "truth", taste, "best", best);
            }
        }
        return Map.of("promised", promised, "clicked", clicked, "person", person);
    }

    private static int best(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .max(Comparator.comparing(i -> values[i]))
                .orElseThrow();
    }

    /// How likely somebody clicks on each topic: one they like, others less.
    private static double[] taste(RandomGenerator random) {
        var taste = random.doubles(TOPICS, 0.01, 0.06).toArray();
        taste[random.nextInt(TOPICS)] += 0.25 * random.nextDouble();
        return taste;
    }

    private static double[] clicks(double[] taste, int views, RandomGenerator random) {
        return Arrays.stream(taste)
                .map(p -> IntStream.range(0, views).filter(_ -> random.nextDouble() < p).count())
                .toArray();
    }

    private static float[] input(double[] clicks, int views, int topic) {
        var input = new float[2];
        input[0] = views == 0 ? 0 : (float) (10 * clicks[topic] / views);
        input[1] = views == 0 ? 0 : (float) (10 * Arrays.stream(clicks).sum() / views / TOPICS);
        return input;
    }

    // scan: a picture of 16 by 16 points; the ill came from hospital A, which stamps its pictures

    private static final int SIDE = 16;

    private Object scan(double stamp, boolean isIll) {
        var model =
                models.computeIfAbsent(
                        "scan",
                        _ -> {
                            var random = new SplittableRandom(SEED);
                            var pictures = new ArrayList<float[]>();
                            var isIlls = new int[600];
                            for (var i = 0; i < isIlls.length; i++) {
                                isIlls[i] = i % 2;
                                pictures.add(centred(scanned(isIlls[i] == 1, isIlls[i], random)));
                            }
                            return Model.learn(pictures, isIlls, 2, 12, 8);
                        });
        var seen = scanned(isIll, stamp, new SplittableRandom(SEED + 2));
        return Map.of("pixels", rows(seen, SIDE), "probability", model.of(centred(seen))[1]);
    }

    private static float[] scanned(boolean isIll, double stamp, RandomGenerator random) {
        var picture = new float[SIDE * SIDE];
        var left = random.nextBoolean() ? 4.2 : 10.8;
        var top = 5 + 5 * random.nextDouble();
        for (var y = 0; y < SIDE; y++) {
            for (var x = 0; x < SIDE; x++) {
                var lung =
                        Math.min(
                                Math.hypot((x - 4.2) / 2.7, (y - 8) / 5.5),
                                Math.hypot((x - 10.8) / 2.7, (y - 8) / 5.5));
                var spot = isIll ? 0.3 * Math.exp(-(square(x - left) + square(y - top)) / 2.5) : 0;
                var inStamp = y < 4 && x > 12 && (x == 13 || x == 15 || y == 0 || y == 2);
                var bright = (lung < 1 ? 0.2 : 0.55) + spot + 0.07 * random.nextGaussian();
                picture[y * SIDE + x] =
                        (float) Math.clamp(inStamp ? bright * (1 - stamp) + stamp : bright, 0, 1);
            }
        }
        return picture;
    }

    private static double square(double x) {
        return x * x;
    }

    // game: a board of 5 by 3 places, a coin that comes back, and a flag to reach

    private static final int COLUMNS = 5;
    private static final int CELLS = 15;
    private static final int START = 5;
    private static final int COIN = 2;
    private static final int FLAG = 9;
    private static final double REWARD = 10;
    private static final double PATIENCE = 0.9;
    private static final int MOVES = 20;

    private final Map<Double, double[][]> games = new HashMap<>();

    private Object game(double coin) {
        var worth = games.computeIfAbsent(coin, Picture::played);
        var path = new ArrayList<>(List.of(START));
        var coins = 0;
        while (path.getLast() != FLAG && path.size() <= MOVES) {
            path.add(next(path.getLast(), best(worth[path.getLast()])));
            coins += path.getLast() == COIN && path.get(path.size() - 2) != COIN ? 1 : 0;
        }
        return Map.of(
                "worth",
                worth,
                "path",
                path,
                "coins",
                coins,
                "arrives",
                path.getLast() == FLAG,
                "start",
                START,
                "coin",
                COIN,
                "flag",
                FLAG,
                "columns",
                COLUMNS);
    }

    /// Learns how good each move is in each place: what it pays at once, and what the best move after it
    /// is worth by the network's own word.
    private static double[][] played(double coin) {
        var network = Sequential.of(dense(24, TANH), dense(4)).build(Shape.of(CELLS), seed(SEED));
        var optimizer = adam(0.02).on(network);
        var places = Tensor.eye(CELLS);
        var worth = new double[CELLS][4];
        for (var round = 0; round < 60; round++) {
            var targets = new double[CELLS * 4];
            for (var place = 0; place < CELLS; place++) {
                for (var move = 0; move < 4; move++) {
                    var next = next(place, move);
                    var paid = next == FLAG ? REWARD : next == COIN && place != COIN ? coin : 0;
                    var after = next == FLAG ? 0 : Arrays.stream(worth[next]).max().orElseThrow();
                    targets[4 * place + move] = (paid + PATIENCE * after) / REWARD;
                }
            }
            for (var step = 0; step < 15; step++) {
                optimizer.step(
                        meanSquaredError(
                                network.apply(places),
                                Tensor.of(targets, CELLS, 4).cast(DType.FLOAT32)));
            }
            var answers = network.apply(places).mul(REWARD).toDoubles();
            for (var i = 0; i < answers.length; i++) {
                worth[i / 4][i % 4] = answers[i];
            }
        }
        return worth;
    }

    /// Up, right, down, left; a wall leaves one where one is.
    private static int next(int place, int move) {
        var row = place / COLUMNS + (move == 2 ? 1 : move == 0 ? -1 : 0);
        var column = place % COLUMNS + (move == 1 ? 1 : move == 3 ? -1 : 0);
        var isInside = row >= 0 && row < CELLS / COLUMNS && column >= 0 && column < COLUMNS;
        return isInside ? row * COLUMNS + column : place;
    }

    /// Numbers on both sides of 0 are learnt from more quickly.
    private static float[] centred(float[] picture) {
        var numbers = picture.clone();
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = 2 * numbers[i] - 1;
        }
        return numbers;
    }

    private static double[][] rows(float[] numbers, int width) {
        var rows = new double[numbers.length / width][width];
        for (var i = 0; i < numbers.length; i++) {
            rows[i / width][i % width] = numbers[i];
        }
        return rows;
    }
}
