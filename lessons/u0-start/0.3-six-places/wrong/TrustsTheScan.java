// expects: proves less than it seems
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
        return "B";
    }

    static String scan() {
        return "A";
    }

    static String game() {
        return "B";
    }
}
