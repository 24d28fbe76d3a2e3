package dev.gradus.jvm.matmul;

/// Lends a thread the working memory its kernels need, so that a repeated call allocates nothing.
///
/// Every buffer grows to the largest size asked for and stays. What a buffer holds when it is lent
/// is unspecified. A kernel that calls another one must not use the same buffer.
public final class Scratch {

    private static final ThreadLocal<Scratch> OF_THIS_THREAD =
            ThreadLocal.withInitial(Scratch::new);

    private final FloatPanels floatPanels = FloatPanels.create();
    private final FloatPanels turnedPanels = FloatPanels.createTurned();
    private final DoublePanels doublePanels = new DoublePanels();
    private float[] floats = new float[0];
    private float[] image = new float[0];
    private float[] turned = new float[0];
    private int[] starts = new int[0];
    private int[] steps = new int[0];

    private Scratch() {}

    /// Returns the working memory of the calling thread.
    public static Scratch ofThisThread() {
        return OF_THIS_THREAD.get();
    }

    /// Lends the panels for the right-hand matrix of a float32 product.
    public FloatPanels floatPanels() {
        return floatPanels;
    }

    /// Lends the panels for the right-hand matrix of [FloatPanels#multiplyTurned].
    public FloatPanels turnedPanels() {
        return turnedPanels;
    }

    /// Lends the panels for the right-hand matrix of a float64 product.
    public DoublePanels doublePanels() {
        return doublePanels;
    }

    /// Lends at least `size` elements for weights that have to be rearranged.
    public float[] floats(int size) {
        if (floats.length < size) {
            floats = new float[size];
        }
        return floats;
    }

    /// Lends at least `size` elements for an image with its padding.
    public float[] image(int size) {
        if (image.length < size) {
            image = new float[size];
        }
        return image;
    }

    /// Lends at least `size` elements for a product that is computed with rows and columns exchanged.
    public float[] turned(int size) {
        if (turned.length < size) {
            turned = new float[size];
        }
        return turned;
    }

    /// Lends at least `size` places for the starts of rows.
    public int[] starts(int size) {
        if (starts.length < size) {
            starts = new int[size];
        }
        return starts;
    }

    /// Lends at least `size` places for the steps along a row.
    public int[] steps(int size) {
        if (steps.length < size) {
            steps = new int[size];
        }
        return steps;
    }
}
