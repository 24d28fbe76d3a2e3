import module dev.gradus.course;
import module java.base;

// asks: sprite
// asks: planes {"picture": [[[255, 0, 0], [0, 255, 0]], [[0, 0, 255], [9, 9, 9]]]}
// asks: tokens {"text": "the cat sat"}
// asks: tokens {"text": "The zebra?"}
// asks: sentence {"ids": [12, 3, 99]}
// asks: encode {"colour": "green", "age": 31, "colours": ["red", "green", "blue"]}
// asks: encode {"colour": "mauve", "age": "NaN", "colours": ["red", "green", "blue"]} finite: no
// asks: decode {"row": [0, 1, 0, 31, 0], "colours": ["red", "green", "blue"]}
// asks: decode {"row": [0, 0, 0, 0, 1], "colours": ["red", "green", "blue"]} finite: no
/// A picture, a sentence and a row of a table, to numbers and back. Rows are encoded and decoded by the
/// exercise.
final class Picture implements LessonPicture {
    private static final String UNKNOWN = "unknown";
    private static final List<String> VOCABULARY =
            List.of(
                    UNKNOWN, "a", "and", "cat", "dog", "mat", "mouse", "on", "ran", "red", "saw",
                    "sat", "the", "under");

    /// A flower of 8 by 8 pixels: sky, petals, heart, stem and leaf.
    private static final List<String> FLOWER =
            List.of(
                    ".pp..pp.",
                    ".pppppp.",
                    "..pyyp..",
                    "..pyyp..",
                    ".pppppp.",
                    ".pp.spp.",
                    "..lls...",
                    "ggggsggg");

    private static final Map<Character, double[]> COLOURS =
            Map.of(
                    '.', new double[] {150, 205, 240},
                    'p', new double[] {225, 70, 120},
                    'y', new double[] {250, 215, 60},
                    's', new double[] {50, 120, 60},
                    'l', new double[] {80, 160, 70},
                    'g', new double[] {120, 180, 80});

    @Override
    public Object answer(String question, Inputs in) {
        return switch (question) {
            case "sprite" -> FLOWER.stream().map(Picture::pixels).toList();
            case "planes" -> planes(in.box("picture"));
            case "tokens" -> tokens(in.text("text"));
            case "sentence" -> sentence(in.vector("ids"));
            case "encode" -> encode(in.text("colour"), in.number("age"), in.texts("colours"));
            case "decode" -> decode(in.vector("row"), in.texts("colours"));
            default -> throw new IllegalArgumentException("there is no question " + question);
        };
    }

    private static double[][] pixels(String row) {
        return row.chars().mapToObj(colour -> COLOURS.get((char) colour)).toArray(double[][]::new);
    }

    /// Three planes, and the picture that they make again.
    private static Object planes(double[][][] picture) {
        var height = picture.length;
        var width = picture[0].length;
        var planes = new double[3][height][width];
        var back = new double[height][width][3];
        for (var channel = 0; channel < 3; channel++) {
            for (var y = 0; y < height; y++) {
                for (var x = 0; x < width; x++) {
                    planes[channel][y][x] = picture[y][x][channel];
                    back[y][x][channel] = planes[channel][y][x];
                }
            }
        }
        return Map.of("planes", planes, "same", Arrays.deepEquals(picture, back));
    }

    private static Object tokens(String text) {
        var words =
                Pattern.compile("\\p{L}+")
                        .matcher(text.toLowerCase(Locale.ROOT))
                        .results()
                        .map(MatchResult::group)
                        .toList();
        var ids = words.stream().mapToInt(word -> Math.max(0, VOCABULARY.indexOf(word))).toArray();
        return Map.of("words", words, "ids", ids, "back", spoken(ids), "vocabulary", VOCABULARY);
    }

    private static Object sentence(double[] ids) {
        return Map.of("back", spoken(Arrays.stream(ids).mapToInt(id -> (int) id).toArray()));
    }

    private static String spoken(int[] ids) {
        return Arrays.stream(ids)
                .mapToObj(id -> id > 0 && id < VOCABULARY.size() ? VOCABULARY.get(id) : UNKNOWN)
                .collect(Collectors.joining(" "));
    }

    private static Object encode(String colour, double age, String[] colours) {
        var row = Exercise.encodeRow(colour, age, colours);
        return Map.of("row", row, "back", decode(row, colours));
    }

    private static Object decode(double[] row, String[] colours) {
        return Map.of(
                "colour", Exercise.decodeColour(row, colours), "age", Exercise.decodeAge(row));
    }
}
