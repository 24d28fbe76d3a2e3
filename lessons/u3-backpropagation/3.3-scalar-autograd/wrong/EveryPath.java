// expects: The program was stopped after 5
// verdict: ran too long
import module java.base;

class Exercise {
    static class Value {
        final double number;
        final String made;
        final List<Value> from;
        double gradient;

        Value(double number) {
            this(number, "given", List.of());
        }

        Value(double number, String made, List<Value> from) {
            this.number = number;
            this.made = made;
            this.from = from;
        }

        Value plus(Value other) {
            return new Value(number + other.number, "plus", List.of(this, other));
        }

        Value times(Value other) {
            return new Value(number * other.number, "times", List.of(this, other));
        }

        Value relu() {
            return new Value(Math.max(0, number), "relu", List.of(this));
        }

        void backward() {
            add(1);
        }

        void add(double part) {
            gradient += part;
            switch (made) {
                case "plus" -> {
                    from.get(0).add(part);
                    from.get(1).add(part);
                }
                case "times" -> {
                    from.get(0).add(part * from.get(1).number);
                    from.get(1).add(part * from.get(0).number);
                }
                case "relu" -> from.get(0).add(number > 0 ? part : 0);
                default -> {}
            }
        }
    }
}
