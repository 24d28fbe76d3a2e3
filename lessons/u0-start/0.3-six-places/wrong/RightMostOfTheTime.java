// expects: useless
class Exercise {
    static String road() {
        return "B";
    }

    static String assistant() {
        return "A";
    }

    static String fraud() {
        return "A";
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
