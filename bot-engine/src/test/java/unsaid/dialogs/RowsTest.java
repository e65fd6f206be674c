package unsaid.dialogs;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unsaid.check.Script;
import unsaid.check.Wanderer;
import unsaid.engine.Engine;
import unsaid.flow.Answer;
import unsaid.flow.Flow;
import unsaid.flow.Step;
import unsaid.flow.Texts;

/// What people must be able to talk about, row by row: each has a conversation test that is named
/// after it, or another test where it is not about one talk. A page lists them.
class RowsTest {
    private static final Path PAGE = Shipped.FOLDER.resolve("ROWS.md");
    private static final Pattern NAMED = Pattern.compile("rows? (\\d+)(?: to (\\d+))?\\b.*");
    private static final Pattern GENDERED =
            Pattern.compile(
                    "\\b(he|she|him|her|his|hers|himself|herself|boyfriend|girlfriend)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ASKS_WHO =
            Pattern.compile(
                    "(your|their) (full |real )?(name|e-?mail|phone number|address)\\b",
                    Pattern.CASE_INSENSITIVE);

    private record Row(int number, String text, String proof) {}

    private record Talk(String flow, String file, String name) {}

    private static List<Row> rows() throws IOException {
        try (InputStream in = RowsTest.class.getResourceAsStream("rows.tsv")) {
            assertNotNull(in);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .map(cells ->
                            new Row(
                                    Integer.parseInt(cells[0]),
                                    cells[1],
                                    cells.length > 2 ? cells[2] : ""))
                    .toList();
        }
    }

    private static Map<Integer, List<Talk>> talks() {
        Map<Integer, List<Talk>> talks = new TreeMap<>();
        Shipped.LOADED
                .tests()
                .forEach((file, scripts) ->
                        scripts.forEach(script -> {
                            Matcher named = NAMED.matcher(script.name());
                            if (named.matches()) {
                                int first = Integer.parseInt(named.group(1));
                                int last =
                                        named.group(2) == null
                                                ? first
                                                : Integer.parseInt(named.group(2));
                                for (int row = first; row <= last; row++) {
                                    talks.computeIfAbsent(row, any -> new ArrayList<>())
                                            .add(talk(file, script));
                                }
                            }
                        }));
        return talks;
    }

    private static Talk talk(String file, Script script) {
        return new Talk(file.substring(0, file.indexOf('/')), file, script.name());
    }

    @Test
    void everyRowHasATestAndNoTestNamesARowThatIsNone() throws IOException {
        Map<Integer, List<Talk>> talks = talks();
        List<Integer> numbers = rows().stream().map(Row::number).toList();
        assertEquals(
                List.of(),
                rows().stream()
                        .filter(row -> row.proof().isEmpty() && !talks.containsKey(row.number()))
                        .toList());
        assertTrue(numbers.containsAll(talks.keySet()), talks.keySet().toString());
        for (Row row : rows()) {
            assertTrue(
                    row.proof().isEmpty()
                            || Stream.of("bot-engine", "bot-web")
                                    .map(module ->
                                            Path.of(
                                                    "..",
                                                    module,
                                                    "src/test/java",
                                                    row.proof().replace('.', '/') + ".java"))
                                    .anyMatch(Files::exists),
                    () -> "row " + row.number() + " is proved by no test: " + row.proof());
        }
    }

    @Test
    void thePageListsEveryRowWithItsFlowsAndTests() throws IOException {
        String page = page();
        if ("write".equals(System.getProperty("rows"))) {
            Files.writeString(PAGE, page);
        }
        assertEquals(
                page,
                Files.exists(PAGE) ? Files.readString(PAGE) : "",
                "run: mvn -pl bot-engine test -Dtest=RowsTest -Drows=write");
    }

    private static String page() throws IOException {
        Map<Integer, List<Talk>> talks = talks();
        StringBuilder page =
                new StringBuilder(
                        """
                        # What people can talk about here

                        Each row is something that people bring, the flows that take it up, and the conversation tests that play it. This
                        page is written by a test from the tests' own names; it is never out of date.

                        | row | what | flow | test |
                        |---|---|---|---|
                        """);
        for (Row row : rows()) {
            List<Talk> own = talks.getOrDefault(row.number(), List.of());
            String flows = own.stream().map(Talk::flow).distinct().sorted().collect(joining(", "));
            String tests =
                    own.stream()
                            .map(talk -> "[%s](%s)".formatted(bare(talk.name()), talk.file()))
                            .collect(joining("<br>"));
            String proof = row.proof().isEmpty() ? "" : "`" + row.proof() + "`";
            page.append(
                    "| %d | %s | %s | %s |\n"
                            .formatted(
                                    row.number(),
                                    row.text(),
                                    flows.isEmpty() ? "all" : flows,
                                    Stream.of(tests, proof)
                                            .filter(cell -> !cell.isEmpty())
                                            .collect(joining("<br>"))));
        }
        return page.toString();
    }

    private static String bare(String name) {
        return name.replaceFirst("^rows? \\d+( to \\d+)?:? ?", "").replace("|", "\\|");
    }

    static Stream<Flow> flows() {
        return Shipped.engine().library().flows().stream()
                .sorted()
                .map(id -> java.util.Objects.requireNonNull(Shipped.engine().library().flow(id)));
    }

    /// The question about the way from here, of each part that has one.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "check-in/onward",
                "closeness/door",
                "hard-moments/door",
                "jealousy-and-trust/step",
                "my-part/choice",
                "naming-fears/step",
                "naming-hopes/mine",
                "roots/door"
            })
    void row4OneNextStepIsChosenOnceInAPartOrNone(String place) {
        Engine engine = Shipped.engine();
        String part = place.substring(0, place.indexOf('/'));
        Step step =
                Objects.requireNonNull(engine.library().flow(part)).steps().stream()
                        .filter(each -> place.equals(part + "/" + each.id()))
                        .findFirst()
                        .orElseThrow();
        assertTrue(
                step.kind() instanceof Step.Kind.Ask ask
                        && ask.answer() instanceof Answer.Choice(var options)
                        && options.stream()
                                .anyMatch(option ->
                                        option.value().matches("none|stop")
                                                && option.condition() == null),
                "it takes several, or none is no answer");
        int most = 0;
        for (long seed = 0; seed < 500; seed++) {
            Integer visits =
                    new Wanderer(engine, Wanderer.Manner.PLAIN, seed)
                            .walk(part)
                            .visits()
                            .getOrDefault(place, 0);
            most = Math.max(most, visits);
        }
        assertEquals(1, most);
    }

    @ParameterizedTest
    @MethodSource("flows")
    void row70NobodyIsTakenForAManOrAWoman(Flow flow) {
        assertEquals(List.of(), texts(flow, GENDERED));
    }

    @ParameterizedTest
    @MethodSource("flows")
    void row71NobodyIsAskedForANameAnAddressOrANumber(Flow flow) {
        assertEquals(List.of(), texts(flow, ASKS_WHO));
    }

    private static List<String> texts(Flow flow, Pattern pattern) {
        return Texts.of(flow).values().stream()
                .filter(text -> pattern.matcher(text).find())
                .toList();
    }
}
