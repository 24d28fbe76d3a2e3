import static dev.gradus.Gradus.*;

import module dev.gradus;

/// A language model that speaks: it reads Pride and Prejudice letter by letter and writes on in its
/// manner.
///
/// Its 2,000 steps take a minute or two and bring words, names and the air of sentences; with `--quick` it
/// makes 200, which teach it how words look. Two numbers say other steps and another seed.
/// `tools/goldens/char_gpt.py` is the same in PyTorch.
void main(String... arguments) {
    var quick = List.of(arguments).contains("--quick");
    var steps = quick ? 200 : arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
    var seed = !quick && arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    var text = PrideAndPrejudice.load();
    var parts = text.split(0.1);
    var model =
            gpt().layers(4)
                    .heads(4)
                    .width(128)
                    .context(64)
                    .vocabulary(text.vocabulary().size())
                    .build(seed(seed));
    var schedule = warmup(100).then(cosine(steps - 100).floor(0.1));
    var optimizer = adamW(1e-3).on(model).schedule(schedule);
    var windows = parts.train().windows(64);
    var meter = new Meter();
    var begin = System.nanoTime();
    for (var step = 1; step <= steps; step++) {
        var batch = windows.batch(12, seed * 1_000_000 + step);
        var loss = crossEntropy(model.apply(batch.x()), batch.y());
        optimizer.step(loss);
        meter.add(loss);
        if (step % 100 == 0) {
            IO.println(
                    "step %d: loss %.3f, %.0f s"
                            .formatted(step, meter.take(), (System.nanoTime() - begin) / 1e9));
        }
    }
    IO.println("validation loss %.3f".formatted(loss(model, parts.validation().windows(64))));
    var style = sampling().temperature(0.8).topK(40).seed(seed);
    IO.print("Elizabeth");
    model.generate(text.encode("Elizabeth"), style)
            .limit(300)
            .forEach(character -> IO.print(text.decode(character)));
    IO.println();
}

double loss(Layer model, TextWindows windows) {
    var sum = 0.0;
    var count = 0;
    for (var batch : windows.inOrder(50).toList()) {
        sum += crossEntropy(model.apply(batch.x()), batch.y()).item() * batch.size();
        count += batch.size();
    }
    return sum / count;
}
