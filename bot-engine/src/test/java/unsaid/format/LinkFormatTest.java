package unsaid.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Bubbles that lead somewhere, as they stand in a file.
class LinkFormatTest {
    private static List<String> findings(String bubble) {
        String flow =
                "{\"flow\":\"a\",\"version\":1,\"language\":\"en\",\"title\":\"T\",\"steps\":["
                        + "{\"id\":\"end\",\"end\":\"done\",\"say\":["
                        + bubble
                        + "]}]}";
        return Dialogs.read(java.util.Map.of("a/flow.json", flow), "").findings().stream()
                .filter(Found::isError)
                .map(found -> found.finding().rule() + ": " + found.finding().wayOut())
                .toList();
    }

    @Test
    void theFieldsOfABubbleHaveOneOrder() {
        String written =
                "{\"steps\":[{\"say\":[{\"paid\":true,\"note\":\"n\",\"link\":\"https://example.org\",\"text\":\"A\",\"if\":\"b\"}]}]}";
        String now = Canonical.of("a/flow.json", written, new ArrayList<>());
        assertTrue(
                String.valueOf(now)
                        .replaceAll("\\s+", " ")
                        .contains(
                                "{ \"if\": \"b\", \"text\": \"A\", \"link\": \"https://example.org\", \"paid\": true, \"note\": \"n\" }"),
                now);
    }

    @Test
    void aSlipInANameIsToldOnceAndTakenForTheOneThatWasMeant() {
        assertEquals(
                List.of("unknown-field: did you mean \"link\"? For a remark use \"note\""),
                findings("{\"text\":\"A\",\"href\":\"https://example.org\"}"));
        assertEquals(
                List.of("unknown-field: did you mean \"if\"? For a remark use \"note\""),
                findings("{\"text\":\"A\",\"when\":\"minor\"}"));
    }

    @Test
    void paidWithoutALinkIsTheOnlyMistakeOfItsBubble() {
        assertEquals(
                List.of(
                        "missing-field: \"paid\" belongs to a bubble with \"link\": write that too"),
                findings("{\"text\":\"A\",\"paid\":true}"));
    }
}
