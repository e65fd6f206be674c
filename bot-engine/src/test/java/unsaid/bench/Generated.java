package unsaid.bench;

/// A flow of any length that has no errors: the same six steps over and over, each with its own
/// ids.
final class Generated {
    private static final String[] STEPS = {
        """
        { "id": "mood-%1$d", "depth": 1, "ask": "How heavy do things feel right now?",
          "answer": { "type": "scale", "min": 0, "max": 10, "labels": { "0": "light", "10": "very heavy" } },
          "next": [ { "if": "mood-%1$d >= 9", "go": "pause-%1$d" }, { "else": "who-%1$d" } ],
          "skip": { "go": "who-%1$d" } }\
        """,
        """
        { "id": "pause-%1$d", "say": ["That is a lot to carry.", { "if": "mood-%1$d is set", "text": "You said {mood-%1$d} of 10." }] }\
        """,
        """
        { "id": "who-%1$d", "depth": 2, "private": true, "ask": "Which one is nearest to you today?",
          "answer": { "type": "choice", "options": [
            { "value": "left", "label": "Being left", "forms": { "you": "being left" }, "go": "write-%1$d" },
            { "value": "enough", "label": "Not being enough", "forms": { "you": "not being enough" }, "go": "write-%1$d" },
            { "value": "again", "label": "Ask me again", "times": 2, "go": "mood-%1$d" } ] },
          "skip": { "go": "tally-%1$d" }, "unsure": { "go": "tally-%1$d" } }\
        """,
        """
        { "id": "write-%1$d", "private": true, "ask": "What would you write to “{who-%1$d.you}”?",
          "answer": { "type": "text", "length": 300 }, "skip": { "go": "tally-%1$d" } }\
        """,
        """
        { "id": "mirror-%1$d", "say": "“{write-%1$d}”. Thank you for writing it down." }\
        """,
        """
        { "id": "tally-%1$d", "set": { "far-%1$d": "who-%1$d is left and mood-%1$d > 5" },
          "next": [ { "if": "far-%1$d", "go": "%2$s" }, { "else": "%2$s" } ] }\
        """
    };

    private Generated() {}

    /// @param steps at least 6; the last one ends the talk
    static String flow(int steps) {
        StringBuilder text = new StringBuilder(steps * 300);
        text.append(
                """
                { "flow": "long", "version": 1, "language": "en", "title": "Long", "enough": "end",
                  "review": { "by": "A", "on": "2026-01-31", "readers": [ { "name": "B", "lived": true }, { "name": "C" } ] },
                  "steps": [
                """);
        int rounds = (steps - 1) / STEPS.length;
        for (int i = 0; i < rounds; i++) {
            String next = i + 1 == rounds ? "end" : "mood-" + (i + 1);
            for (String step : STEPS) {
                text.append(step.formatted(i, next)).append(",\n");
            }
        }
        return text.append("{ \"id\": \"end\", \"end\": \"done\", \"say\": \"Thank you.\" } ] }\n")
                .toString();
    }
}
