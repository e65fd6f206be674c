package unsaid.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import unsaid.flow.Rule;

/// The same findings for people, for programs and for code review tools.
class ReportTest {
    private static final String FLOW =
            """
            { "flow": "test", "version": 1, "language": "en", "title": "T",
              "review": { "by": "A", "on": "2026-01-31", "readers": [ { "name": "B", "lived": true }, { "name": "C" } ] },
              "steps": [ { "id": "mood", "say": "“Hm”.", "next": "name-feer" },
                         { "id": "name-fear", "end": "done", "say": "Well!" } ] }
            """;
    private static final List<Found> FOUND =
            Dialogs.read(Map.of("test/flow.json", FLOW, "helplines.json", "{}"), Dialogs.PRIVACY)
                    .findings()
                    .stream()
                    .filter(found -> found.file().equals("test/flow.json"))
                    .toList();

    @Test
    void peopleReadPlaceFindingAndWayOutAndACount() {
        assertEquals(
                """
                test/flow.json:3:54  error target-missing  leads to "name-feer", and no step has that id
                  did you mean "name-fear"?
                test/flow.json:4:57  warning loud  there is an exclamation mark in “Well!”
                  say it quietly

                1 error, 1 warning
                """,
                Report.text(FOUND));
        assertEquals("", Report.text(List.of()));
        assertTrue(Report.hasErrors(FOUND));
        assertFalse(Report.hasErrors(FOUND.subList(1, 2)));
    }

    @Test
    void programsReadAListOfObjects() {
        JsonNode list = JsonMapper.shared().readTree(Report.json(FOUND));
        assertEquals(2, list.size());
        assertEquals(
                JsonMapper.shared()
                        .readTree(
                                """
                                { "file": "test/flow.json", "line": 3, "column": 54, "severity": "error",
                                  "rule": "target-missing", "pointer": "/steps/0/next",
                                  "message": "leads to \\"name-feer\\", and no step has that id",
                                  "wayOut": "did you mean \\"name-fear\\"?" }
                                """),
                list.get(0));
    }

    @Test
    void codeReviewToolsReadSarif() {
        JsonNode log = JsonMapper.shared().readTree(Report.sarif(FOUND, "0.1.0", "dialogs"));
        assertEquals("2.1.0", log.path("version").asString());
        assertEquals(1, log.path("runs").size());
        JsonNode run = log.path("runs").get(0);
        JsonNode driver = run.path("tool").path("driver");
        assertEquals("Unsaid", driver.path("name").asString());
        assertEquals(Rule.values().length, driver.path("rules").size());
        for (int i = 0; i < FOUND.size(); i++) {
            JsonNode result = run.path("results").get(i);
            int index = result.path("ruleIndex").asInt();
            assertEquals(
                    result.path("ruleId").asString(),
                    driver.path("rules").get(index).path("id").asString());
            assertTrue(
                    List.of("error", "warning", "note").contains(result.path("level").asString()));
            assertTrue(
                    result.path("message")
                            .path("text")
                            .asString()
                            .contains(FOUND.get(i).finding().wayOut()));
            JsonNode place = result.path("locations").get(0).path("physicalLocation");
            assertEquals(
                    "dialogs/test/flow.json",
                    place.path("artifactLocation").path("uri").asString());
            assertEquals(FOUND.get(i).line(), place.path("region").path("startLine").asInt());
            assertEquals(FOUND.get(i).column(), place.path("region").path("startColumn").asInt());
        }
        assertEquals(FOUND.size(), run.path("results").size());
    }

    @Test
    void theSarifLogFitsTheOfficialSchema() throws Exception {
        String schema;
        try (var in = ReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            schema = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        var official =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(schema, InputFormat.JSON);
        for (List<Found> found : List.of(FOUND, List.<Found>of())) {
            String log = Report.sarif(found, "0.1.0", "");
            assertEquals(List.of(), official.validate(log, InputFormat.JSON));
        }
        String broken =
                Report.sarif(FOUND, "0.1.0", "").replace("\"startLine\":3", "\"startLine\":0");
        assertEquals(1, official.validate(broken, InputFormat.JSON).size());
    }
}
