package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unsaid.format.Dialogs;
import unsaid.format.Found;

/// Somebody follows the guide, gets the first flow wrong, and mends it from the message alone: each
/// mistake is one finding, at its line, that says what to do.
class FirstFlowTest {
    @TempDir private Path folder = Path.of("");

    @BeforeEach
    void makeTheFolder() throws IOException {
        for (String file : List.of("helplines.json", "safety/flow.json")) {
            Path to = folder.resolve(file);
            Files.createDirectories(to.getParent());
            Files.copy(Shipped.FOLDER.resolve(file), to);
        }
        Files.createDirectory(folder.resolve("one-good-thing"));
        write("one-good-thing/good-week.test.json", fence("json test"), StandardCharsets.UTF_8);
    }

    private static String fence(String kind) throws IOException {
        Matcher fence =
                Pattern.compile("^```" + kind + "\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                        .matcher(Files.readString(Shipped.FOLDER.resolve("README.md")));
        assertTrue(fence.find());
        return fence.group(1);
    }

    private void write(String file, String text, Charset charset) throws IOException {
        Files.write(folder.resolve(file), text.getBytes(charset));
    }

    /// Line, rule, what is wrong and the way out; what the sound flow has too is left aside.
    private List<String> found() throws IOException {
        return Dialogs.load(folder).findings().stream()
                .filter(found -> !found.finding().rule().equals("unreviewed"))
                .filter(found -> !found.file().startsWith("safety/"))
                .map(FirstFlowTest::told)
                .toList();
    }

    private static String told(Found found) {
        return found.line()
                + " "
                + found.finding().rule()
                + ": "
                + found.finding().message()
                + "; "
                + found.finding().wayOut();
    }

    @Test
    void asTheGuideHasItNothingIsFound() throws IOException {
        write("one-good-thing/flow.json", fence("json flow"), StandardCharsets.UTF_8);
        assertEquals(List.of(), found());
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"ask\": \"How was`|`\"aks\": \"How was`|`11 unknown-field: \"aks\" is not known here; did you mean \"ask\"?`",
                "`\"version\": 1, `|`\"version\": 1 `|`3 not-json: a comma is missing after this; write , here`",
                "`{ \"else\": \"who\" }`|`{ \"else\": \"whoo\" }`|`13 target-missing: leads to \"whoo\", and no step has that id; did you mean \"who\"?`",
                "`\"say\": \"A hard week`|`\"say\": A hard week`|`15 not-json: this text stands without quotes`",
                "`small thing counts.\" }`|`small thing counts. }`|`15 not-json: the text that begins here is not closed in its line; write the closing \"`",
                "`A hard week. Then`|`A hard week.\\tThen`|`15 not-json: a tab stands in this text; delete it and type a space`",
                "`\"title\": \"One good thing\"`|`\"title\": “One good thing”`|`3 not-json: this is a curly quote “; write the straight quote \"`",
                "`\"id\": \"mirror\"`|`\"id\": \"hard\"`|`35 duplicate-id: two steps are called \"hard\"; give one of them another id`",
                "`\"minutes\": 2`|`\"minutes\": \"two\"`|`3 wrong-type: \"minutes\" is a text; write a whole number`",
                "`\"texts\": { \"thing\"`|`\"texts\": { \"think\"`|`6 unused-text: no step shows the text \"think\"; did you mean \"thing\"?`",
                "`“{thing}”. Thank you`|`“{thing}”, {who}. Thank you`|`35 may-be-unset: {who} may be missing here: \"who\" can be skipped`",
                "`noticing it.\" }`|`noticing it.\", \"next\": \"mirror\" }`|`35 loop-without-question: the flow goes round from \"mirror\" to itself without asking anything; put a question into the round, or lead out of it`",
                "`{ \"id\": \"mirror\", \"say\"`|`{ \"id\": \"lost\", \"say\": \"Lost.\", \"next\": \"close\" },\\n    { \"id\": \"mirror\", \"say\"`|`36 unreached: nothing leads to \"mirror\"; let a step or an option go there, or remove it`",
                "`\"next\": \"thing\", \"unsure\"`|`\"next\": \"close\", \"unsure\"`|`29 unreached: nothing leads to \"thing\"; let a step or an option go there, or remove it`",
                "`\"say\": \"That is all for today.\"`|`\"say\": \"\"`|`38 empty-text`",
                "`\"say\": [\"This is about`|`\"say\": [\"How are you?\", \"This is about`|`8 two-questions: \"start\" asks 2 questions at once`",
                "`A hard week. Then even a small thing counts.`|`A hard week and then one more and one more so that it is far too much to say it all in one go now.`|`15 sentence-long`",
                "`start <= 2`|`start =< 2`|`13 syntax`",
                "`start <= 2`|`strat <= 2`|`13 unknown-name: nothing is called “strat”; did you mean “start”?`",
                "`\"if\": \"thing is set\"`|`\"if\": \"who is nobdy\"`|`39 unknown-value`",
                "`\"type\": \"scale\"`|`\"type\": \"slider\"`|`12 bad-value: there is no kind of answer called \"slider\"; write one of choice`",
                "`\"go\": \"close\" }\\n        ]`|`\"goto\": \"close\" }\\n        ]`|`24 unknown-field: \"goto\" is not known here; did you mean \"go\"?`",
                "`\"id\": \"close\", \"end\": \"done\",`|`\"id\": \"close\",`|`36 missing-field: \"end\" is missing; \"show\" belongs to a step with \"end\": write that too`",
                "`\"language\": \"en\"`|`\"language\": \"english\"`|`3 bad-value: there is no language \"english\"; did you mean \"en\"?`",
                "`\"language\": \"en\"`|`\"language\": \"xx\"`|`3 bad-value: there is no language \"xx\"; write its code, such as \"en\"`",
                "`\"enough\": \"close\"`|`\"enough\": \"the-end\"`|`4 target-missing: leads to \"the-end\", and no step has that id; write the id of a step of this flow`",
                "`\"flow\": \"one-good-thing\"`|`\"flow\": \"one-god-thing\"`|`3 flow-misnamed: the flow is called \"one-god-thing\", and its folder \"one-good-thing\"; write \"flow\": \"one-good-thing\"`",
                "`\"value\": \"partner\", `|``|`23 missing-field: \"value\" is missing`",
                "`“{thing}”. Thank`|`“{thnig}”. Thank`|`35 unknown-name: nothing is called “thnig”; did you mean {thing}?`",
                "`“{thing}”. Thank`|`“{thing”. Thank`|`35 syntax: a { without its }`",
                "`\"private\": true,`|`\"private\": \"yes\",`|`30 wrong-type: \"private\" is a text; write true or false, without quotes`",
                "`\"min\": 0, \"max\": 10`|`\"min\": 10, \"max\": 0`|`12 contradiction: \"min\" is 10 and \"max\" is 0; make \"min\" the smaller one`",
                "`\"value\": \"me\"`|`\"value\": \"Me\"`|`22 bad-value: \"Me\" cannot be a value; use small letters`",
                "`\"answer\": { \"type\": \"scale\", \"min\": 0, \"max\": 10, \"labels\": { \"0\": \"hard\", \"10\": \"good\" } }`|`\"answer\": \"scale\"`|`12 wrong-type: an answer is written as an object { }`"
            })
    void aMistakeInItIsToldOnceWithTheWayOut(String what, String into, String told)
            throws IOException {
        String flow = fence("json flow");
        String from = what.replace("\\n", "\n").replace("\\t", "\t");
        String to = into == null ? "" : into.replace("\\n", "\n").replace("\\t", "\t");
        assertTrue(flow.contains(from), from);
        write("one-good-thing/flow.json", flow.replace(from, to), StandardCharsets.UTF_8);
        List<String> found = found();
        assertEquals(1, found.size(), () -> String.join("\n", found));
        assertTrue(found.getFirst().startsWith(told), found.getFirst());
    }

    @Test
    void aByteOrderMarkIsNoMistake() throws IOException {
        write("one-good-thing/flow.json", "\uFEFF" + fence("json flow"), StandardCharsets.UTF_8);
        assertEquals(List.of(), found());
    }

    @Test
    void aWrongEncodingIsToldByTheNameEditorsGiveIt() throws IOException {
        String flow = fence("json flow").replace("hard week.", "hard wéek.");
        write("one-good-thing/flow.json", flow, Charset.forName("windows-1252"));
        assertEquals(1, found().size(), found().toString());
        assertTrue(found().getFirst().contains("is not saved as UTF-8"), found().toString());
        write("one-good-thing/flow.json", flow, StandardCharsets.UTF_16);
        assertEquals(1, found().size(), found().toString());
        assertTrue(found().getFirst().contains("UTF-16"), found().toString());
    }

    @Test
    void oneBracketTooFewIsToldWithWhatIsStillOpen() throws IOException {
        String flow = fence("json flow");
        write(
                "one-good-thing/flow.json",
                flow.substring(0, flow.lastIndexOf("}")),
                StandardCharsets.UTF_8);
        assertEquals(1, found().size(), found().toString());
        assertTrue(
                found().getFirst()
                        .contains("the file ends here, but the { of line 1 is still open"),
                found().toString());
    }
}
