package dev.gradus.jvm;

/// Says how many bits wide the vectors of this process are, or that it computes without vectors.
///
/// Every kernel exists twice, as vector code and as plain scalar code, and both give the same bits;
/// this class decides once, when it is loaded, which of the two runs. The system property
/// `gradus.vector` takes `auto` (the default: as wide as the hardware, loop by loop as [Promotion]
/// tells), `widest` (the same from the first call on), `scalar`, `128`, `256` or `512`. Without the module `jdk.incubator.vector` the answer is always scalar, and no class that
/// mentions that module is ever loaded: this class therefore holds numbers alone, and the species
/// themselves are in [Species].
public final class Lanes {

    /// Names the system property that forces a width: `auto`, `widest`, `scalar`, `128`, `256` or `512`.
    public static final String PROPERTY = "gradus.vector";

    /// Counts the lanes kernels reckon with whatever the hardware has.
    ///
    /// A sum, for example, always keeps this many running sums, so its result does not depend on
    /// the width in force.
    public static final int LOGICAL = 16;

    /// Gives the width in force in bits, or 0 when kernels run as scalar code.
    public static final int BITS;

    /// Tells whether loops begin in their scalar form and are promoted one by one ([Promotion]):
    /// when there are vectors and nobody has asked for a certain width.
    public static final boolean GRADUAL;

    /// Says why the width is what it is, in one sentence that also names the remedy if there is
    // one.
    public static final String REASON;

    private static final String MODULE = "jdk.incubator.vector";

    static {
        String wanted = System.getProperty(PROPERTY, "auto");
        switch (wanted) {
            case "scalar" -> {
                BITS = 0;
                REASON = "scalar kernels, because " + PROPERTY + "=scalar asks for them";
            }
            case "auto", "widest", "128", "256", "512" -> {
                if (!moduleIsReadable()) {
                    BITS = 0;
                    REASON =
                            "scalar kernels, because the module "
                                    + MODULE
                                    + " is not there: start Java with --add-modules "
                                    + MODULE;
                } else if (!wanted.equals("auto") && !wanted.equals("widest")) {
                    BITS = Integer.parseInt(wanted);
                    REASON = BITS + "-bit vectors, because " + PROPERTY + " asks for them";
                } else {
                    int preferred = PreferredWidth.bits();
                    BITS = preferred >= 128 ? Math.min(preferred, 512) : 0;
                    REASON =
                            BITS == 0
                                    ? "scalar kernels, because this processor has no vectors of"
                                            + " 128 bits that Java knows"
                                    : BITS + "-bit vectors, the widest of this processor";
                }
            }
            default ->
                    throw new IllegalArgumentException(
                            "the system property "
                                    + PROPERTY
                                    + " is \""
                                    + wanted
                                    + "\", expected auto, widest, scalar, 128, 256 or 512");
        }
        GRADUAL = BITS != 0 && wanted.equals("auto");
    }

    private Lanes() {}

    /// Tells whether kernels run as vector code.
    public static boolean vectors() {
        return BITS != 0;
    }

    private static boolean moduleIsReadable() {
        return ModuleLayer.boot()
                .findModule(MODULE)
                .filter(Lanes.class.getModule()::canRead)
                .isPresent();
    }
}
