// expects: 784 was expected, but this is 783
class Exercise {
    static int answer() {
        return 28 * 28 - 1;
    }
}
