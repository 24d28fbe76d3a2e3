import static dev.gradus.Gradus.*;
import static dev.gradus.nn.Layers.lstm;
import static dev.gradus.nn.Layers.repeat;

import module dev.gradus;

/// Learns to add from examples alone: reads `535+61 ` character by character and spells out `596 `.
///
/// One LSTM reads the question, from its end, and remembers it in 128 numbers; another, which sees
/// nothing but these, says the answer (Sutskever, Vinyals and Le 2014). With `--quick` it only begins
/// to learn.
static final String CHARACTERS = "0123456789+ ";

static final int QUESTION = "999+999".length();
static final int ANSWER = "1998".length();
static final int HELD_OUT = 5_000;

record Sum(int a, int b) {
    String question() {
        return padded(a + "+" + b, QUESTION);
    }

    String answer() {
        return padded("" + (a + b), ANSWER);
    }

    private static String padded(String text, int length) {
        return text + " ".repeat(length - text.length());
    }
}

/// Returns different sums, none of which is another the other way round; short numbers are drawn as
/// often as long ones.
List<Sum> draw(int count, java.util.Random random) {
    var sums = new LinkedHashMap<Set<Integer>, Sum>();
    while (sums.size() < count) {
        var sum = new Sum(number(random), number(random));
        sums.putIfAbsent(Set.copyOf(List.of(sum.a, sum.b)), sum);
    }
    return List.copyOf(sums.values());
}

int number(java.util.Random random) {
    return random.nextInt((int) Math.pow(10, 1 + random.nextInt(3)));
}

Tensor encode(List<Sum> sums, Function<Sum, String> text, int length) {
    var characters =
            sums.stream().map(text).flatMapToInt(String::chars).map(CHARACTERS::indexOf).toArray();
    return Tensor.of(characters, sums.size(), length);
}

Tensor questions(List<Sum> sums) {
    return encode(sums, Sum::question, QUESTION);
}

Tensor answers(List<Sum> sums) {
    return encode(sums, Sum::answer, ANSWER);
}

void main(String[] arguments) {
    var quick = List.of(arguments).contains("--quick");
    var random = new java.util.Random(1);
    var sums = draw(50_000, random);
    var unseen = sums.subList(0, HELD_OUT);
    var seen = new ArrayList<>(sums.subList(HELD_OUT, quick ? HELD_OUT + 6_400 : sums.size()));
    var network =
            Sequential.of(
                            embedding(CHARACTERS.length(), 32),
                            lstm(128).reversed(),
                            repeat(ANSWER),
                            lstm(128).sequences(),
                            dense(CHARACTERS.length()))
                    .build(Shape.of(QUESTION), seed(1));
    IO.println(network.summary());
    var optimizer = adam(4e-3).on(network);
    var meter = new Meter();
    var right = 0.0;
    for (var epoch = 1; right < 0.99 && epoch <= (quick ? 1 : 40); epoch++) {
        Collections.shuffle(seen, random);
        optimizer.learningRate(4e-3 * Math.pow(0.9, epoch - 1));
        for (var from = 0; from + 128 <= seen.size(); from += 128) {
            var batch = seen.subList(from, from + 128);
            var loss = crossEntropy(network.apply(questions(batch)), answers(batch));
            optimizer.step(loss);
            meter.add(loss);
        }
        var hits = network.apply(questions(unseen)).argmax(-1).equal(answers(unseen)).realize();
        right = hits.cast(DType.FLOAT32).mean().item();
        var whole = hits.min(1).cast(DType.FLOAT32).mean().item();
        IO.println(
                "epoch %d: loss %.3f, of %d unseen sums %.2f %% of the characters right and %.2f %% of the sums"
                        .formatted(epoch, meter.take(), HELD_OUT, 100 * right, 100 * whole));
    }
    for (var sum : unseen.subList(0, 3)) {
        var said = network.apply(questions(List.of(sum))).argmax(-1).toLongs();
        var text = new StringBuilder();
        for (var character : said) {
            text.append(CHARACTERS.charAt((int) character));
        }
        IO.println(sum.question() + "= " + text);
    }
    if (!quick && right < 0.99) {
        throw new AssertionError("it should have learned to add");
    }
}
