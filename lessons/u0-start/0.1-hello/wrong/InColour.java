// expects: three numbers a pixel
class Exercise {
    static int answer() {
        return 28 * 28 * 3;
    }
}
