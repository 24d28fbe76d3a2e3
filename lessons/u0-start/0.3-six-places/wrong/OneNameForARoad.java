// expects: does not say where
class Exercise {
    static String road() {
        return "A";
    }

    static String assistant() {
        return "A";
    }

    static String fraud() {
        return "B";
    }

    static String ads() {
        return "B";
    }

    static String scan() {
        return "B";
    }

    static String game() {
        return "B";
    }
}
