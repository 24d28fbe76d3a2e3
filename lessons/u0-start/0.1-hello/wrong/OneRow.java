// expects: a single row
class Exercise {
    static int answer() {
        return 28;
    }
}
