package unsaid.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import unsaid.format.Dialogs;

/// Flows that call each other come to a question before they come round.
class CallsTest {
    private static String flow(String id, String... steps) {
        return "{\"flow\":\""
                + id
                + "\",\"version\":1,\"language\":\"en\",\"title\":\"T\",\"steps\":["
                + String.join(",", steps)
                + ",{\"id\":\"end\",\"end\":\"done\"}]}";
    }

    private static List<String> rounds(String one, String other) {
        return Dialogs.read(Map.of("one/flow.json", one, "other/flow.json", other), "")
                .findings()
                .stream()
                .filter(found -> found.finding().rule().equals("call-loop"))
                .map(found -> found.file() + " " + found.finding().message())
                .toList();
    }

    private static String call(String flow) {
        return "{\"id\":\"go\",\"call\":\"" + flow + "\"}";
    }

    private static final String ASK =
            "{\"id\":\"ask\",\"ask\":\"So?\",\"answer\":{\"type\":\"yesno\"}}";

    @Test
    void flowsThatCallEachOtherWithoutAQuestionAreToldOnBothSides() {
        assertEquals(
                List.of(
                        "one/flow.json \"one\" calls \"other\", which comes back to \"one\" without asking anything",
                        "other/flow.json \"other\" calls \"one\", which comes back to \"other\" without asking anything"),
                rounds(flow("one", call("other")), flow("other", call("one"))));
    }

    @Test
    void aQuestionOnTheWayIsEnough() {
        assertEquals(
                List.of(), rounds(flow("one", ASK, call("other")), flow("other", call("one"))));
        assertEquals(List.of(), rounds(flow("one", call("other")), flow("other", ASK)));
    }

    @Test
    void aQuestionThatMayBeLeftOutIsNotEnough() {
        String maybe = ASK.replace("\"ask\":\"So", "\"if\":\"minor\",\"ask\":\"So");
        assertEquals(
                2, rounds(flow("one", maybe, call("other")), flow("other", call("one"))).size());
    }
}
