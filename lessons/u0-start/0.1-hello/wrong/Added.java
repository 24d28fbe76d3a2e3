// expects: That is 28 plus 28
class Exercise {
    static int answer() {
        return 28 + 28;
    }
}
