/// Lesson 0.3: put the letter of your answer in place of each question mark.
class Exercise {
    static String road() {
        return "?";
    }

    static String assistant() {
        return "?";
    }

    static String fraud() {
        return "?";
    }

    static String ads() {
        return "?";
    }

    static String scan() {
        return "?";
    }

    static String game() {
        return "?";
    }
}
