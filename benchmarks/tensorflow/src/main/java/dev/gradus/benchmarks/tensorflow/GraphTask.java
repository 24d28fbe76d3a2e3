package dev.gradus.benchmarks.tensorflow;

import dev.gradus.benchmarks.workload.Contender;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.op.Op;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/// A graph with its session: a step is one run of it, fed with the next batch.
final class GraphTask implements Contender.Task, AutoCloseable {
    private final Graph graph;
    private final Session session;
    private final List<Map<Operand<?>, Tensor>> feeds;
    private final Session.Runner[] runners;
    private final Operand<TFloat32> result;
    private final boolean resultOfEveryStep;
    private float last = Float.NaN;
    private int steps;

    private GraphTask(
            Graph graph,
            ConfigProto configuration,
            List<Map<Operand<?>, Tensor>> feeds,
            Operand<TFloat32> result,
            boolean resultOfEveryStep,
            Op target) {
        this.graph = graph;
        this.session = new Session(graph, true, configuration);
        this.feeds = feeds;
        this.result = result;
        this.resultOfEveryStep = resultOfEveryStep;
        this.runners =
                feeds.stream()
                        .map(feed -> runner(feed).addTarget(target))
                        .toArray(Session.Runner[]::new);
        if (resultOfEveryStep) {
            for (var runner : runners) {
                runner.fetch(result);
            }
        }
    }

    /// A step that runs `updates` and reads the loss.
    static GraphTask training(
            Graph graph,
            ConfigProto configuration,
            List<Map<Operand<?>, Tensor>> feeds,
            Operand<TFloat32> loss,
            Op updates) {
        return new GraphTask(graph, configuration, feeds, loss, true, updates);
    }

    /// A step that computes `target`, from which `result` is computed only when it is asked for.
    static GraphTask computing(
            Graph graph,
            ConfigProto configuration,
            List<Map<Operand<?>, Tensor>> feeds,
            Operand<TFloat32> result,
            Op target) {
        return new GraphTask(graph, configuration, feeds, result, false, target);
    }

    @Override
    public void step() {
        try (var fetched = runners[steps++ % runners.length].run()) {
            if (resultOfEveryStep) {
                last = ((TFloat32) fetched.get(0)).getFloat();
            }
        }
    }

    @Override
    public double result() {
        if (resultOfEveryStep) {
            return last;
        }
        try (var fetched = runner(feeds.get((steps - 1) % feeds.size())).fetch(result).run()) {
            return ((TFloat32) fetched.get(0)).getFloat();
        }
    }

    private Session.Runner runner(Map<Operand<?>, Tensor> feed) {
        var runner = session.runner();
        feed.forEach(runner::feed);
        return runner;
    }

    @Override
    public void close() {
        session.close();
        graph.close();
        feeds.forEach(feed -> feed.values().forEach(Tensor::close));
    }
}
