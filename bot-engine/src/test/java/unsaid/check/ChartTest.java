package unsaid.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import unsaid.flow.Flow;
import unsaid.format.Dialogs;

/// What a picture of a flow shows.
class ChartTest {
    private static final String FLOW =
            """
            {"flow":"test","version":1,"language":"en","title":"A \\"test\\"","enough":"close","steps":[
             {"id":"mood","ask":"How heavy?","answer":{"type":"scale"},
              "next":[{"if":"mood >= 9","go":"heavy"},{"else":"fears"}],"skip":{"go":"close"}},
             {"id":"heavy","say":"A lot.","if":"not minor"},
             {"id":"fears","ask":"What?","answer":{"type":"list"},"unsure":{"go":"heavy"}},
             {"id":"weigh","each":"fears","as":"fear","steps":[
               {"id":"strength","ask":"{fear}?","answer":{"type":"scale"}},
               {"id":"thanks","say":"Thank you."}]},
             {"id":"on","ask":"And now?","answer":{"type":"choice","options":[
               {"value":"next","label":"Go on","go":"@next"},
               {"value":"stop","label":"Stop <here>","go":"close"},
               {"value":"leave","label":"Leave","do":"leave"},
               {"value":"again","label":"Once more","go":"mood"}]}},
             {"id":"close","end":"done"}]}
            """;

    private static Flow flow() {
        Dialogs.Loaded loaded =
                Dialogs.read(
                        Map.of(
                                "test/flow.json",
                                FLOW,
                                "welcome/flow.json",
                                """
                                {"flow":"welcome","version":1,"language":"en","title":"W","steps":[{"id":"end","end":"done"}]}\
                                """),
                        Dialogs.PRIVACY);
        return Objects.requireNonNull(
                Objects.requireNonNull(loaded.library(), () -> loaded.findings().toString())
                        .flow("test"));
    }

    @Test
    void itHasABoxForEveryStepAlsoInLoops() {
        assertEquals(
                List.of(
                        "mood ASK first",
                        "heavy SAY ",
                        "fears ASK ",
                        "weigh EACH ",
                        "strength ASK ",
                        "thanks SAY ",
                        "on ASK ",
                        "close END enough"),
                Chart.of(flow()).boxes().stream()
                        .map(box -> box.id() + " " + box.shape() + " " + box.role())
                        .toList());
    }

    @Test
    void itsArrowsSayWhatLeadsAlongThem() {
        assertEquals(
                List.of(
                        "mood>close ASIDE [Skip, I don’t know]",
                        "mood>heavy CHOICE [mood >= 9]",
                        "mood>fears CHOICE [else]",
                        "heavy>fears ON []",
                        "fears>heavy ASIDE [I don’t know]",
                        "fears>weigh ON []",
                        "weigh>strength ON [each]",
                        "strength>thanks ON []",
                        "thanks>weigh ROUND []",
                        "weigh>on ON []",
                        "on>close CHOICE [Stop <here>, Skip, I don’t know]",
                        "on>mood CHOICE [Once more]"),
                Chart.of(flow()).arrows().stream()
                        .map(arrow -> arrow.id() + " " + arrow.pull() + " " + arrow.labels())
                        .toList());
    }

    @Test
    void waysOutOfTheFlowStandAtTheStep() {
        assertEquals(
                List.of("on>@next [Go on]", "on>@leave [Leave]"),
                Chart.of(flow()).boxes().stream()
                        .flatMap(box -> box.exits().stream())
                        .map(exit -> exit.id() + " " + exit.labels())
                        .toList());
    }

    @Test
    void asMermaidItKeepsQuotesAndBracketsFromMeaningAnything() {
        String text = Mermaid.of(Chart.of(flow()));
        assertTrue(text.startsWith("---\ntitle: \"A #34;test#34;\"\n---\nflowchart TD\n"), text);
        assertTrue(text.contains("s0(\"<b>mood</b><br/>How heavy?\")"), text);
        assertTrue(text.contains("s0 -->|\"mood #62;= 9\"| s1"), text);
        assertTrue(text.contains("Stop #60;here#62;"), text);
        assertTrue(text.contains("s5 ==> s3"), text);
        assertFalse(text.contains("<here>"), text);
        assertEquals(text, Mermaid.of(Chart.of(flow())));
    }
}
