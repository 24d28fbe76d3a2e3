// expects: a letter from A to C
class Exercise {
    static String road() {
        return "B";
    }

    static String assistant() {
        return "A";
    }

    static String fraud() {
        return "B";
    }

    static String ads() {
        return "D";
    }

    static String scan() {
        return "B";
    }

    static String game() {
        return "B";
    }
}
