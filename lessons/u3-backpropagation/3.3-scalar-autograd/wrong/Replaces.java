// expects: never =
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

        void share() {
            switch (made) {
                case "plus" -> {
                    from.get(0).gradient = gradient;
                    from.get(1).gradient = gradient;
                }
                case "times" -> {
                    from.get(0).gradient = gradient * from.get(1).number;
                    from.get(1).gradient = gradient * from.get(0).number;
                }
                case "relu" -> {
                    if (number > 0) {
                        from.get(0).gradient = gradient;
                    }
                }
                default -> {}
            }
        }

        void backward() {
            LinkedHashSet<Value> order = new LinkedHashSet<>();
            collect(order);
            gradient = 1;
            for (Value value : order.reversed()) {
                value.share();
            }
        }

        void collect(LinkedHashSet<Value> order) {
            if (order.contains(this)) {
                return;
            }
            for (Value value : from) {
                value.collect(order);
            }
            order.add(this);
        }
    }
}
