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

    /// Conditions as people write them who know them from elsewhere. Each stands in the step before
    /// the end, where everything has been asked; followed to the letter, the way out leaves
    /// nothing.
    @ParameterizedTest(name = "{0} → {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`start =< 2`|`syntax: “=<” has no meaning here; write “<=” in its place`|`start <= 2`",
                "`start => 2`|`syntax: “=>” has no meaning here; write “>=” in its place`|`start >= 2`",
                "`start ≤ 2`|`syntax: “≤” has no meaning here; write “<=” in its place`|`start <= 2`",
                "`start ≥ 2`|`syntax: “≥” has no meaning here; write “>=” in its place`|`start >= 2`",
                "`who ≠ me`|`syntax: “≠” has no meaning here; write “is not” in its place`|`who is not me`",
                "`who != me`|`syntax: “!=” has no meaning here; write “is not” in its place`|`who is not me`",
                "`who == me`|`syntax: “==” has no meaning here; write “is” in its place`|`who is me`",
                "`who = me`|`syntax: “=” has no meaning here; write \"is\"`|`who is me`",
                "`who is me && start > 2`|`syntax: “&&” has no meaning here; write “and” in its place`|`who is me and start > 2`",
                "`who is me || start > 2`|`syntax: “||” has no meaning here; write “or” in its place`|`who is me or start > 2`",
                "`who is ‘me'`|`syntax: “‘me'” has no meaning here; write “'me'” in its place`|`who is 'me'`",
                "`who is “me”`|`syntax: ““me”” has no meaning here; write “'me'” in its place`|`who is 'me'`",
                "`who is me AND start > 2`|`syntax: “AND” has no meaning here; write it small: and`|`who is me and start > 2`",
                "`NOT who is me`|`syntax: “NOT” has no meaning here; write it small: not`|`not who is me`",
                "`who IS me`|`syntax: “IS” has no meaning here; write it small: is`|`who is me`",
                "`who is me or partner`|`syntax: “partner” stands alone after “or”; write “who is me or who is partner”`|`who is me or who is partner`",
                "`who is not me or partner`|`syntax: “partner” stands alone after “or”; write “who is not me and who is not partner”`|`who is not me and who is not partner`",
                "`start is 1 or 2`|`syntax: “2” stands alone after “or”; write “start is 1 or start is 2”`|`start is 1 or start is 2`",
                "`thing is answered`|`syntax: “is answered” has no meaning here; write “thing is set”`|`thing is set`",
                "`thing set`|`syntax: “is” is missing before “set”; write “thing is set”`|`thing is set`",
                "`thing not set and start > 2`|`syntax: “is” is missing before “not”; write “thing is not set”`|`thing is not set and start > 2`",
                "`not thing set`|`syntax: “is” is missing before “set”; write “thing is set”`|`not thing is set`",
                "`thing answered`|`syntax: “is” is missing before “answered”; write “thing is set”`|`thing is set`",
                "`thing missing`|`syntax: “is” is missing before “missing”; write “thing is not set”`|`thing is not set`",
                "`thing is not answered`|`syntax: “not answered” has no meaning here; write “thing is not set”`|`thing is not set`",
                "`start <= '2'`|`type-mismatch: “'2'” stands in quotes, and so it is a text; leave the quotes out: 2`|`start <= 2`",
                "`start is '2'`|`type-mismatch: “'2'” stands in quotes, and so it is a text; leave the quotes out: 2`|`start is 2`",
                "`start is hard`|`type-mismatch: “start” is a number from 0 to 10; compare it with a number, such as “start <= 2”`|`start <= 2`",
                "`start > good`|`type-mismatch: “start” is a number from 0 to 10; compare it with a number, such as “start <= 2”`|`start <= 2`",
                "`hard is set`|`unknown-name: the step “hard” only speaks; it has no answer; name a step that asks, or a name that is set`|`start is set`",
                "`who is My partner did`|`unknown-value: “My partner did” is the label of an option; write its value: partner`|`who is partner`",
                "`who is 'My partner did'`|`unknown-value: “My partner did” is the label of an option; write its value: partner`|`who is partner`",
                "`who is I did`|`unknown-value: “I did” is the label of an option; write its value: me`|`who is me`",
                "`who`|`type-mismatch: a condition is true or false; this is one option`|`who is me`",
                "`who is true`|`unknown-value: there is no option “true” here; the options are: me, partner, nobody`|`who is me`"
            })
    void aConditionFromElsewhereIsToldOnceAndTheWayOutMendsIt(
            String wrong, String told, String right) throws IOException {
        String step =
                "{ \"id\": \"late\", \"if\": \"%s\", \"say\": \"Well.\" },\n    { \"id\": \"mirror\",";
        String flow = fence("json flow");
        write(
                "one-good-thing/flow.json",
                flow.replace("{ \"id\": \"mirror\",", step.formatted(wrong)),
                StandardCharsets.UTF_8);
        List<String> found = found();
        assertEquals(1, found.size(), () -> String.join("\n", found));
        assertTrue(found.getFirst().startsWith("35 " + told), found.getFirst());
        write(
                "one-good-thing/flow.json",
                flow.replace("{ \"id\": \"mirror\",", step.formatted(right)),
                StandardCharsets.UTF_8);
        assertEquals(List.of(), found());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"id\": \"hard\",`|`\"id\": \"hard\", \"if\": \"thing is set\",`|thing",
                "`\"id\": \"hard\", \"say\": \"A hard week. Then even a small thing counts.\"`|`\"id\": \"hard\", \"say\": { \"if\": \"who is me\", \"text\": \"A hard week.\" }`|who",
                "`\"value\": \"me\",`|`\"value\": \"me\", \"if\": \"thing is not set\",`|thing",
                "`\"start <= 2\"`|`\"who is me or start > 5\"`|who"
            })
    void aConditionOnAnAnswerThatIsAskedLaterIsToldWhereItStands(
            String from, String into, String name) throws IOException {
        String flow = fence("json flow");
        assertTrue(flow.contains(from), from);
        write("one-good-thing/flow.json", flow.replace(from, into), StandardCharsets.UTF_8);
        List<String> found = found();
        assertEquals(1, found.size(), () -> String.join("\n", found));
        assertTrue(
                found.getFirst()
                        .contains(
                                "asked-later: \""
                                        + name
                                        + "\" is asked only later; here nobody can have answered it yet; name an answer that is given before, or move this behind \""
                                        + name
                                        + "\""),
                found.getFirst());
    }

    /// What is broken, the finding, and the flow as the finding says to write it.
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"end\": \"done\"`|`\"end\": true`|`37 wrong-type: \"end\" is true or false; write \"done\" or \"paused\"`|`\"end\": \"done\"`",
                "`{ \"value\": \"me\", \"label\": \"I did\" }`|`\"I did\"`|`22 wrong-type: an option is written as an object { }, not as a text; write { \"value\": \"i-did\", \"label\": \"I did\" }`|`{ \"value\": \"i-did\", \"label\": \"I did\" }`",
                "`“{thing}”. Thank`|`“{{thing}}”. Thank`|`35 syntax: one { too many; write one brace only: {thing}`|`“{thing}”. Thank`",
                "`small thing counts.\" }`|`small thing counts.” }`|`15 not-json: the text ends with a curly quote ”; write the straight quote \" in its place`|`small thing counts.\" }`",
                "`\"say\": \"That is all for today.\"`|`\"say\": \"That is all for today.”`|`38 not-json: the text ends with a curly quote ”; write the straight quote \" in its place`|`\"say\": \"That is all for today.\"`",
                "`\"id\": \"hard\"`|`\"id\": \"ha\u200brd\"`|`15 bad-value: an invisible character stands in the id \"hard\"; delete the id with its quotes and type it anew`|`\"id\": \"hard\"`",
                "`\"go\": \"hard\"`|`\"go\": \"hard\u200b\"`|`13 target-missing: leads to \"hard\": an invisible character stands in it; delete the id with its quotes and type it anew`|`\"go\": \"hard\"`",
                "`start <= 2`|`start\u00a0<= 2`|`13 syntax: an invisible character stands in this condition; delete the condition with its quotes and type it anew`|`start <= 2`",
                "`\"skip\": { \"go\": \"close\" }`|`\"skip\": \"close\"`|`33 wrong-type: \"skip\" is written as an object { }, not as a text; write { \"go\": \"close\" }`|`\"skip\": { \"go\": \"close\" }`",
                "`\"skip\": { \"go\": \"close\" }`|`\"skip\": true`|`33 wrong-type: \"skip\" is written as an object { }, not as true or false; write { \"go\": \"the-id-of-a-step\" }, or leave \"skip\" out: then it goes on as ever`|`\"skip\": { \"go\": \"close\" }`",
                "`\"unsure\": { \"go\": \"close\" }`|`\"unsure\": \"close\"`|`27 wrong-type: \"unsure\" is written as an object { }, not as a text; write { \"go\": \"close\" }`|`\"unsure\": { \"go\": \"close\" }`",
                "`\"next\": \"thing\"`|`\"next\": [\"thing\"]`|`27 wrong-type: a case is written as an object { }, not as a text; write \"next\": \"thing\" without [ ], or [ { \"if\": \"…\", \"go\": \"thing\" }, { \"else\": \"…\" } ]`|`\"next\": \"thing\"`",
                "`\"private\": true`|`\"private\": yes`|`30 not-json: this word stands without quotes; write true or false, without quotes`|`\"private\": true`",
                "`\"private\": true`|`\"private\": On`|`30 not-json: this word stands without quotes; write true or false, without quotes`|`\"private\": true`",
                "`\"private\": true`|`\"private\": True`|`30 not-json: True is written small; write true`|`\"private\": true`",
                "`\"say\": \"A hard week. Then even a small thing counts.\"`|`\"say\": No way`|`15 not-json: this text stands without quotes; write it between double quotes: \"No\"`|`\"say\": \"No way.\"`",
                "`\"id\": \"hard\"`|`\"id\": \"Hard\"`|`15 bad-value: \"Hard\" cannot be an id; use small letters, digits and -, beginning with a letter: \"hard\"`|`\"id\": \"hard\"`",
                "`\"id\": \"thing\"`|`\"id\": \"Thing\"`|`30 bad-value: \"Thing\" cannot be an id; use small letters, digits and -, beginning with a letter: \"thing\"`|`\"id\": \"thing\"`",
                "`\"id\": \"mirror\"`|`\"id\": \"hard\"`|`35 duplicate-id: two steps are called \"hard\"; give one of them another id; the first stands in line 15`|`\"id\": \"mirror\"`",
                "`{ \"else\": \"who\" }`|`{ \"else\": \"nobody\" }`|`13 target-missing: leads to \"nobody\", which is an option here, not a step; write the id of a step of this flow`|`{ \"else\": \"who\" }`",
                "`{ \"else\": \"who\" }`|`{ \"else\": \"safety\" }`|`13 target-missing: leads to \"safety\", which is a flow, not a step; to offer it, write \"suggest\": \"safety\" into this step and lead to \"@next\"`|`{ \"else\": \"@next\" } ], \"suggest\": \"safety\", \"helplines\": [`",
                "`\"skip\": { \"go\": \"close\" }`|`\"skip\": { \"go\": \"@nxt\" }`|`33 target-missing: leads to \"@nxt\", and no step has that id; did you mean \"@next\"?`|`\"skip\": { \"go\": \"@next\" }`",
                "`\"say\": \"A hard week. Then even a small thing counts.\"`|`\"say\": null`|`15 wrong-type: what is said is a text, not null; write a text in double quotes`|`\"say\": \"A text.\"`",
                "`\"title\": \"One good thing\"`|`\"title\": \"\"`|`3 bad-value: the title is empty; write what a visitor may call it`|`\"title\": \"Good\"`",
                "`\"end\": \"done\",`|`\"end\": \"done\", \"next\": \"start\",`|`37 two-kinds: after an end nothing follows, and this one has \"next\"; take \"next\" out`|`\"end\": \"done\",`",
                "`\"go\": \"hard\" }, {`|`\"go\": \"hard\" }, { \"if\": \"start <= 12\", \"go\": \"hard\" }, {`|`13 always-true: “start <= 12” is true whatever is answered; compare with something else; or ask only whether there is an answer, with \"is set\"`|`\"go\": \"hard\" }, { \"if\": \"start is set\", \"go\": \"hard\" }, {`",
                "`A hard week. Then`|`I understand. Then`|`15 banned-phrase: “i understand” says that a program feels or knows; say it without them; see dialogs/README.md#tone`|`A hard week. Then`"
            })
    void theWayOutMendsIt(String from, String into, String told, String right) throws IOException {
        String flow = fence("json flow");
        assertTrue(flow.contains(from), from);
        write("one-good-thing/flow.json", flow.replace(from, into), StandardCharsets.UTF_8);
        List<String> found = found();
        assertEquals(1, found.size(), () -> String.join("\n", found));
        assertTrue(found.getFirst().startsWith(told), found.getFirst());
        write("one-good-thing/flow.json", flow.replace(from, right), StandardCharsets.UTF_8);
        assertEquals(List.of(), found());
    }

    @Test
    void aStepBehindTheEndOfTheListIsToldWithTheLinesOfTheList() throws IOException {
        String flow = fence("json flow");
        String step = "{ \"id\": \"late\", \"say\": \"Late.\" }";
        for (String comma : List.of(",", "")) {
            write(
                    "one-good-thing/flow.json",
                    flow.replaceFirst("\n  ]\n}", "\n  ]" + comma + "\n  " + step + "\n}"),
                    StandardCharsets.UTF_8);
            assertEquals(
                    List.of(
                            "42 not-json: what begins here stands behind the end of the list of line 7; move it before the ] of line 41, behind a comma"),
                    found());
        }
    }

    @Test
    void howManyCurlyQuotesThereAreIsToldWithTheFirst() throws IOException {
        String flow = fence("json flow");
        write("one-good-thing/flow.json", flow.replace("\"", "”"), StandardCharsets.UTF_8);
        assertEquals(1, found().size(), found().toString());
        long marks = flow.chars().filter(c -> c == '"').count();
        assertTrue(
                found().getFirst()
                        .endsWith(
                                "; "
                                        + (marks - 1)
                                        + " more follow in this file: replace all of them"),
                found().getFirst() + " of " + marks);
    }

    @Test
    void aRenamedLabelIsToldAsItIsWritten() throws IOException {
        String flow = fence("json flow");
        for (String label : List.of("Partner did", "my partner did")) {
            write(
                    "one-good-thing/flow.json",
                    flow.replace("My partner did", label),
                    StandardCharsets.UTF_8);
            assertEquals(
                    List.of(
                            "6 test-missing-option: no question has the option “My partner did”; did you mean “"
                                    + label
                                    + "”?"),
                    found());
        }
    }

    @Test
    void aRoundThatOnlyEnoughLeadsOutOfIsToldOnce() throws IOException {
        String flow =
                fence("json flow")
                        .replace("noticing it.\" }", "noticing it.\", \"next\": \"start\" }")
                        .replace(", \"go\": \"close\" }\n        ]", " }\n        ]")
                        .replace("{ \"go\": \"close\" }", "{ \"go\": \"start\" }");
        write("one-good-thing/flow.json", flow, StandardCharsets.UTF_8);
        assertEquals(
                List.of(
                        "8 only-enough: from \"start\" only “Enough for today” leads to an end; let one of its ways lead on to an \"end\" step"),
                found().stream().filter(one -> one.contains("only-enough")).toList());
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
