package unsaid.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// A first flow of an author, small and complete, with its first tests. What kind of answer a
/// question gets is guessed from its first words.
///
/// @param id of the flow and its folder
/// @param about what the talk begins with: one or two short sentences
/// @param questions at least one
public record Starter(String id, String title, String about, List<String> questions) {
    private static final String TEST = "first.test.json";
    private static final String END = "Thank you for the time you gave this.";

    /// Words that no answer is named by: they say little, or mean something in a condition.
    private static final Set<String> SMALL =
            Set.of(
                    ("a about all an and any are arrived as at be been best bottom can close contains could"
                                    + " count country did do does else empty end enough false first for from"
                                    + " go has have how i if in into is it its join like many me minor much my"
                                    + " next not of on one or other out set should size skip so some start sum"
                                    + " than that the their them there they this to today top true unset unsure"
                                    + " was we were what when where which who whom whose why will with would"
                                    + " you your")
                            .split(" "));

    public Starter {
        questions = List.copyOf(questions);
        if (!isId(id) || questions.isEmpty()) {
            throw new IllegalArgumentException("no id, or no question");
        }
    }

    /// Whether a flow can be called so.
    public static boolean isId(String id) {
        return Spelling.isId(id);
    }

    /// An id made of a title, such as `good-evening`; empty if it has no letter to begin with.
    public static String idOf(String title) {
        return slug(title).replaceFirst("^[^a-z]+", "");
    }

    /// Path below the folder of dialogs → content, in canonical form.
    public Map<String, String> files() {
        List<Asked> all = asked();
        return Map.of(
                id + "/flow.json", canonical("flow.json", flow(all)),
                id + "/" + TEST, canonical(TEST, tests(all)));
    }

    /// A question, its answer's name and kind.
    private record Asked(String name, String question, Guess guess) {}

    /// What a question probably wants.
    private enum Guess {
        SCALE(
                "\"scale\", \"min\": 0, \"max\": 10, \"labels\": { \"0\": \"not at all\", \"10\": \"very\" }",
                "{ \"value\": 5 }",
                "5"),
        YESNO("\"yesno\"", "{ \"choose\": \"yes\" }", "Yes"),
        TEXT("\"text\", \"length\": 300", "{ \"me\": \"A small thing\" }", "A small thing");

        private final String type;
        private final String given;
        private final String shown;

        Guess(String type, String given, String shown) {
            this.type = type;
            this.given = given;
            this.shown = shown;
        }

        static Guess of(String question) {
            String[] words = question.strip().toLowerCase(Locale.ROOT).split("\\s+", 3);
            boolean measured =
                    words[0].equals("how")
                            && words.length > 1
                            && !Set.of("many", "do", "does", "did", "can", "could", "would", "will")
                                    .contains(words[1]);
            if (measured) {
                return SCALE;
            }
            return Set.of(
                                    "is", "are", "was", "were", "do", "does", "did", "has", "have",
                                    "can", "could", "would", "will")
                            .contains(words[0])
                    ? YESNO
                    : TEXT;
        }
    }

    private List<Asked> asked() {
        List<Asked> all = new ArrayList<>();
        for (String question : questions) {
            String name = name(question);
            boolean taken = all.stream().anyMatch(other -> other.name().equals(name));
            String last = taken || name.isEmpty() ? "question-" + (all.size() + 1) : name;
            all.add(new Asked(last, question.strip(), Guess.of(question)));
        }
        return all;
    }

    /// The first two words of a question that say something.
    private static String name(String question) {
        return java.util.Arrays.stream(slug(question).split("-"))
                .filter(word -> word.matches("[a-z]{2,20}") && !SMALL.contains(word))
                .limit(2)
                .collect(Collectors.joining("-"));
    }

    static String slug(String text) {
        String plain =
                java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
                        .replaceAll("\\p{M}|['’]", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        return plain.length() > 40 ? plain.substring(0, 40).replaceAll("-[^-]*$", "") : plain;
    }

    private String flow(List<Asked> all) {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            Asked each = all.get(i);
            String say =
                    i == 0
                            ? Layout.text(about.strip())
                                    + ", \"You can skip any question, and stop at any time.\""
                            : "\"Thank you.\"";
            steps.append(
                    "{ \"id\": \"%s\", \"depth\": 1,%s \"say\": [%s], \"ask\": %s, \"answer\": { \"type\": %s } }, "
                            .formatted(
                                    each.name(),
                                    each.guess() == Guess.TEXT ? " \"private\": true," : "",
                                    say,
                                    Layout.text(each.question()),
                                    each.guess().type));
        }
        return """
        { "$schema": "../flow.schema.json", "flow": "%s", "version": 1, "language": "en", "title": %s, "minutes": 2,
          "note": "A beginning. The kinds of answers were guessed from the questions; change what does not fit.",
          "enough": "close", "review": { "by": null, "on": null },
          "steps": [ %s { "id": "close", "end": "done", "say": ["%s"], "show": [%s] } ] }
        """
                .formatted(id, Layout.text(title.strip()), steps, END, shown(all));
    }

    /// A question as a line of the card is called: without its mark.
    private static String label(Asked each) {
        return each.question().replaceAll("[\\s?.:!]+$", "");
    }

    private static String shown(List<Asked> all) {
        return all.stream()
                .map(each ->
                        "{ \"label\": %s, \"text\": \"{%s}\" }"
                                .formatted(Layout.text(label(each)), each.name()))
                .collect(Collectors.joining(", "));
    }

    private String tests(List<Asked> all) {
        String answered =
                all.stream()
                        .map(each ->
                                "{ \"bot\": %s }, %s"
                                        .formatted(
                                                Layout.text(each.question()), each.guess().given))
                        .collect(Collectors.joining(", "));
        String card =
                all.stream()
                        .map(each -> Layout.text(label(each) + ": " + each.guess().shown))
                        .collect(Collectors.joining(", "));
        String skipped =
                all.stream().map(_ -> "{ \"do\": \"skip\" }").collect(Collectors.joining(", "));
        return """
        { "tests": [
          { "test": "Who answers everything sees it all at the end", "flow": "%1$s",
            "talk": [ %2$s, { "bot": "%5$s" } ],
            "expect": { "end": "done", "card": [%3$s] } },
          { "test": "Who skips everything comes to a kind end", "flow": "%1$s",
            "talk": [ %4$s, { "bot": "%5$s" } ], "expect": { "end": "done" } } ] }
        """
                .formatted(id, answered, card, skipped, END);
    }

    private static String canonical(String file, String text) {
        return Objects.requireNonNull(Canonical.of("x/" + file, text, new ArrayList<>()));
    }
}
