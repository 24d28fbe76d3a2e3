import static dev.gradus.Gradus.*;

import module dev.gradus;

/// A language model that speaks: it reads Pride and Prejudice letter by letter and writes on in its
/// manner.
///
/// Without an argument it makes 200 steps, which teach it how words look; `2000` takes a minute or two
/// and brings words, names and the air of sentences. `tools/goldens/char_gpt.py` is the same in PyTorch.
void main(String[] arguments) {
    var steps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    var seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    var text = PrideAndPrejudice.load();
    var parts = text.split(0.1);
    var model =
            gpt().layers(4)
                    .heads(4)
                    .width(128)
                    .context(64)
                    .vocabulary(text.vocabulary().size())
                    .build(seed(seed));
    var optimizer = adamW(1e-3).on(model);
    var windows = parts.train().windows(64);
    var meter = new Meter();
    var begin = System.nanoTime();
    for (var step = 1; step <= steps; step++) {
        var batch = windows.batch(12, seed * 1_000_000 + step);
        var loss = crossEntropy(model.apply(batch.x()), batch.y());
        optimizer.learningRate(rate(step, steps)).step(loss);
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

/// Rises to a thousandth in 100 steps, then falls like a cosine to a tenth of that.
double rate(int step, int steps) {
    var warmup = Math.min(1, step / 100.0);
    var done = Math.clamp((step - 100.0) / Math.max(1, steps - 100), 0, 1);
    return 1e-3 * warmup * (0.1 + 0.9 * (1 + Math.cos(Math.PI * done)) / 2);
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
