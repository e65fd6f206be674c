package unsaid.web.socket;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes nonsense out of chance and out of good texts. All of it follows from the chance given.
final class Garbler {
    private static final List<String> SCRAPS =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "\"",
                    "\\",
                    "null",
                    "true",
                    "{}",
                    "[]",
                    "\"\"",
                    " ",
                    "\n",
                    "\\ud800",
                    "\\udc00\\ud800",
                    "\ud83d",
                    "\\u0000",
                    "\u0000",
                    "\u2028",
                    "\ufeff",
                    "\u202e",
                    "\u001b[2J",
                    "\r\n",
                    "1e999",
                    "-1e-999",
                    "-0",
                    "0.1e1",
                    "99999999999999999999999",
                    "NaN",
                    "\"id\":\"f1\",",
                    "\"type\":\"start\",",
                    "/*",
                    "//",
                    "../",
                    "%00",
                    "<script>",
                    "${x}",
                    "{0}",
                    "{x, plural, other {",
                    "'{",
                    "e\u0301\u0301\u0301",
                    "\ud83d\ude00");
    private static final int HUGE = 20_000;

    private final RandomGenerator chance;

    Garbler(RandomGenerator chance) {
        this.chance = chance;
    }

    /// Bytes of any kind, read as UTF-8.
    String noise() {
        byte[] bytes = new byte[chance.nextInt(300)];
        chance.nextBytes(bytes);
        return new String(
                bytes, chance.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    String scrap() {
        return pick(SCRAPS);
    }

    /// A text that was good, with one to four things wrong.
    String spoilt(String good) {
        String text = good;
        for (int i = 1 + chance.nextInt(4); i > 0; i--) {
            text = spoiltOnce(text);
        }
        return text;
    }

    private String spoiltOnce(String text) {
        int from = chance.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + chance.nextInt(1 + Math.min(40, text.length())));
        return switch (chance.nextInt(8)) {
            case 0 -> text.substring(0, from); // cut
            case 1 -> text.substring(0, from) + text.substring(to); // torn
            case 2 -> text.substring(0, to) + text.substring(from); // doubled
            case 3 -> text.substring(0, from) + scrap() + text.substring(from);
            case 4 -> text.substring(0, from) + scrap() + text.substring(to);
            case 5 -> flipped(text);
            case 6 -> text.substring(from) + text.substring(0, from);
            default -> {
                String many = scrap().repeat(1 + chance.nextInt(200));
                yield text.substring(0, from) + many + text.substring(from);
            }
        };
    }

    private String flipped(String text) {
        if (text.isEmpty()) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[chance.nextInt(bytes.length)] ^= (byte) (1 << chance.nextInt(8));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// Any JSON value.
    String json(int deep) {
        return switch (chance.nextInt(deep > 0 ? 9 : 7)) {
            case 0 -> text();
            case 1 -> String.valueOf(chance.nextInt(-3, 12));
            case 2 -> number();
            case 3 -> "true";
            case 4 -> "null";
            case 5 -> "\"" + "x".repeat(chance.nextInt(300)) + "\"";
            case 6 -> chance.nextInt(40) == 0 ? nested() : text();
            case 7 -> many(deep, "[", "", "]");
            default -> many(deep, "{", null, "}");
        };
    }

    private String many(
            int deep, String open, @org.jspecify.annotations.Nullable String name, String close) {
        StringBuilder all = new StringBuilder(open);
        for (int i = chance.nextInt(5); i > 0; i--) {
            all.append(name == null ? text() + ":" : name).append(json(deep - 1));
            all.append(i > 1 ? "," : "");
        }
        return all.append(close).toString();
    }

    String text() {
        return "\""
                + pick(
                        List.of(
                                "",
                                "a",
                                "yes",
                                "value",
                                "text",
                                "id",
                                "\\ud800",
                                "\\u0000",
                                "\\n",
                                "fear",
                                "2026-02-30",
                                "é",
                                "7"))
                + "\"";
    }

    String number() {
        return switch (chance.nextInt(6)) {
            case 0 -> "9".repeat(1 + chance.nextInt(60));
            case 1 -> "1e" + chance.nextInt(-400, 400);
            case 2 -> String.valueOf(Double.longBitsToDouble(chance.nextLong()));
            case 3 -> String.valueOf(chance.nextLong());
            case 4 -> "0." + "0".repeat(chance.nextInt(40)) + "1";
            default -> "-" + chance.nextInt(1_000_000);
        };
    }

    String nested() {
        int deep = 1 + chance.nextInt(3_000);
        return chance.nextBoolean()
                ? "[".repeat(deep) + (chance.nextBoolean() ? "]".repeat(deep) : "")
                : "{\"a\":".repeat(deep) + "1" + "}".repeat(deep);
    }

    String huge() {
        return "\"" + scrapOfText().repeat(1 + chance.nextInt(HUGE)) + "\"";
    }

    private String scrapOfText() {
        return pick(List.of("a", "é", "\ud83d\ude00", "a b. ", "7 ", "\\n"));
    }

    <T> T pick(List<T> from) {
        return from.get(chance.nextInt(from.size()));
    }
}
