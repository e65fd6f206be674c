package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Outcome;
import unsaid.engine.Question;
import unsaid.engine.Turn;
import unsaid.format.Dialogs;
import unsaid.format.Found;

/// A flow of forty steps, written by script from a table, is loaded, checked and walked on all its
/// paths.
class TableFlowTest {
    private final Set<String> visited = new HashSet<>();
    private final Set<String> ends = new HashSet<>();
    private int paths;

    @Test
    void aFlowOfFortyStepsWrittenFromATableWalksAllItsPaths() throws IOException {
        String flow = flowOf(table());
        Dialogs.Loaded loaded = Dialogs.read(Map.of("table/flow.json", flow), Dialogs.PRIVACY);
        assertEquals(
                List.of(),
                loaded.findings().stream().filter(Found::isError).toList(),
                () -> String.valueOf(loaded.findings().stream().map(Found::toString).toList()));
        assertNotNull(loaded.library());
        Engine engine = Engine.of(loaded.library());
        if (engine.start("table", "en") instanceof Outcome.Played(Conversation begun, Turn turn)) {
            walk(engine, begun, turn, 0);
        }
        assertEquals(40, visited.size());
        assertEquals(12, ends.size());
        assertTrue(paths > 500, paths + " paths");
    }

    private void walk(Engine engine, Conversation conversation, Turn turn, int depth) {
        visited.addAll(conversation.trail());
        assertTrue(depth <= 40, "too long");
        Question question = turn.asks();
        if (question == null) {
            paths++;
            ends.add(conversation.trail().getLast());
            assertNotNull(turn.ending());
            return;
        }
        for (Question.Tap tap : ((Question.Wants.Choice) question.wants()).options()) {
            var event = new Event.Answered(question.id(), new Given.Chosen(tap.value(), null));
            if (engine.advance(conversation, event)
                    instanceof Outcome.Played(Conversation now, Turn next)) {
                walk(engine, now, next, depth + 1);
            }
        }
    }

    private static List<String[]> table() throws IOException {
        try (InputStream in = TableFlowTest.class.getResourceAsStream("forty-steps.tsv")) {
            assertNotNull(in);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    /// Columns: id, text, options as `value>target` or `value`, branches as `condition>target`,
    /// both with `;` between.
    private static String flowOf(List<String[]> rows) {
        StringBuilder json =
                new StringBuilder(
                        "{\"flow\":\"table\",\"version\":1,\"language\":\"en\",\"title\":\"A table\",\"steps\":[");
        for (String[] row : rows) {
            json.append(json.charAt(json.length() - 1) == '[' ? "\n" : ",\n")
                    .append("{\"id\":\"")
                    .append(row[0])
                    .append('"');
            if (row[2].isEmpty()) {
                json.append(",\"end\":\"done\",\"say\":\"").append(row[1]).append("\"}");
                continue;
            }
            json.append(",\"ask\":\"")
                    .append(row[1])
                    .append("\",\"answer\":{\"type\":\"choice\",\"options\":[");
            String comma = "";
            for (String option : row[2].split(";")) {
                String[] parts = option.split(">");
                json.append(comma)
                        .append("{\"value\":\"")
                        .append(parts[0])
                        .append("\",\"label\":\"")
                        .append(parts[0])
                        .append('"')
                        .append(parts.length > 1 ? ",\"go\":\"" + parts[1] + "\"}" : "}");
                comma = ",";
            }
            json.append("]}");
            if (!row[3].isEmpty()) {
                json.append(",\"next\":[");
                comma = "";
                for (String branch : row[3].split(";")) {
                    String[] parts = branch.split(">");
                    json.append(comma)
                            .append(
                                    parts[0].equals("else")
                                            ? "{\"else\":\"" + parts[1] + "\"}"
                                            : "{\"if\":\""
                                                    + parts[0]
                                                    + "\",\"go\":\""
                                                    + parts[1]
                                                    + "\"}");
                    comma = ",";
                }
                json.append("]");
            }
            json.append("}");
        }
        return json.append("\n]}").toString();
    }
}
