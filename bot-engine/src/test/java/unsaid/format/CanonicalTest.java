package unsaid.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import unsaid.check.Script;
import unsaid.flow.Flow;
import unsaid.safety.Helpline;

/// Formatting never changes what a file means.
class CanonicalTest {
    private static final String[] KEYS = {
        "id", "say", "ask", "answer", "options", "next", "steps", "note", "texts", "talk", "expect",
        "value", "label", "if", "go", "set", "zzz", "a b", "“", "forms", "show", "tests"
    };
    private static final String[] WORDS = {
        "",
        "fear",
        "“quoted”",
        "a\nb\u0000c\u007F",
        "\"}]",
        "\\",
        "كلمة",
        "🌙 moon",
        "\uD83C",
        "\uDF19x",
        "\t",
        "\u2028",
        "long ".repeat(40)
    };

    private final Random random = new Random(20_261_124);

    private static String canonical(String file, String text) {
        List<Found> found = new ArrayList<>();
        String written = Canonical.of(file, text, found);
        assertEquals(List.of(), found);
        return Objects.requireNonNull(written);
    }

    private static Json json(String text) {
        return Objects.requireNonNull(JsonText.read(text, "", new ArrayList<>()));
    }

    private static Flow flow(String text) {
        return new FlowReader(List.of(), Helpline.TOPICS, new ArrayList<>()).read(json(text));
    }

    private static List<Script> scripts(String text) {
        return new ScriptReader(Helpline.TOPICS, new ArrayList<>()).read(json(text));
    }

    private static Map<String, String> shipped() throws IOException {
        Map<String, String> files = Dialogs.files(Path.of("..", "dialogs"));
        files.remove("helplines.json");
        files.keySet().removeIf(TranslationReader::reads); // as translate writes them
        return files;
    }

    @Test
    void theShippedFilesLookAsTheyShould() throws IOException {
        shipped().forEach((file, text) -> assertEquals(text, canonical(file, text), file));
    }

    @Test
    void noLineOfThemIsTooLongUnlessASingleTextIs() throws IOException {
        List<String> long_ =
                shipped().values().stream()
                        .flatMap(String::lines)
                        .filter(line -> line.length() > Layout.WIDTH)
                        .filter(line -> !line.matches(" *(\"[a-z-]+\": )?\\[?\"[^\"]*\"\\]?,?"))
                        .toList();
        assertEquals(List.of(), long_);
    }

    @Test
    void aFlowMeansTheSameInWhicheverOrderItWasWritten() throws IOException {
        for (var file : shipped().entrySet()) {
            for (int i = 0; i < 20; i++) {
                String shuffled = text(shuffled(json(file.getValue())));
                assertNotEquals(file.getValue(), shuffled);
                String written = canonical(file.getKey(), shuffled);
                assertEquals(plain(json(file.getValue())), plain(json(written)));
                if (file.getKey().endsWith("flow.json")) {
                    assertEquals(flow(file.getValue()), flow(written));
                } else {
                    assertEquals(scripts(file.getValue()), scripts(written));
                }
            }
        }
    }

    @Test
    void anyJsonKeepsItsMeaningAndStaysAsItIsWhenWrittenTwice() {
        for (int i = 0; i < 3_000; i++) {
            String text = text(object(4));
            String file = random.nextBoolean() ? "x/flow.json" : "x/y.test.json";
            String written = canonical(file, text);
            byte[] kept = written.getBytes(StandardCharsets.UTF_8);
            assertEquals(written, new String(kept, StandardCharsets.UTF_8));
            assertEquals(plain(json(text)), plain(json(written)), text);
            assertEquals(written, canonical(file, written));
        }
    }

    @Test
    void everyShippedTestComesBackFromItsText() throws IOException {
        for (var file : shipped().entrySet()) {
            if (file.getKey().endsWith(".test.json")) {
                for (Script script : scripts(file.getValue())) {
                    String written = ScriptText.of(script);
                    assertEquals(List.of(script), scripts(written));
                    assertEquals(written, canonical(file.getKey(), written));
                }
            }
        }
    }

    @Test
    void aTestInAnotherLanguageKeepsItsLanguageAndItsDoor() {
        Script script =
                new Script(
                        "A talk in German",
                        "x",
                        "de",
                        "door",
                        List.of(new Script.Line.Does("skip")),
                        Script.Expect.NOTHING);
        String written = ScriptText.of(script);
        assertEquals(List.of(script), scripts(written));
        assertEquals(written, canonical("x/y.test.json", written));
    }

    @Test
    void fieldsComeInOneOrderAndUnknownOnesLast() {
        assertEquals(
                """
                {
                  "flow": "x", "title": "T",
                  "steps": [ { "id": "a", "say": "Hello.", "next": "b", "zzz": 1 } ]
                }
                """,
                canonical(
                        "x/flow.json",
                        "{\"steps\":[{\"zzz\":1,\"next\":\"b\",\"say\":\"Hello.\",\"id\":\"a\"}],\"title\":\"T\",\"flow\":\"x\"}"));
    }

    @Test
    void theOrderOfNamesIsTheAuthors() {
        String written =
                canonical(
                        "x/flow.json",
                        "{\"steps\":[{\"id\":\"a\",\"set\":{\"z\":1,\"a\":2,\"if\":3}}]}");
        assertTrue(written.contains("{ \"z\": 1, \"a\": 2, \"if\": 3 }"), written);
    }

    @Test
    void lineEndsOfWindowsStay() {
        assertEquals(
                "{\r\n  \"flow\": \"x\"\r\n}\r\n",
                canonical("x/flow.json", "{\r\n\"flow\":\"x\"}"));
    }

    @Test
    void whatIsNoJsonOrHasAKeyTwiceIsLeftAlone() {
        List<Found> found = new ArrayList<>();
        assertNull(Canonical.of("x/flow.json", "{ \"flow\": ", found));
        assertNull(Canonical.of("x/flow.json", "{ \"flow\": \"a\", \"flow\": \"b\" }", found));
        assertEquals(
                List.of("not-json", "duplicate-key"),
                found.stream().map(each -> each.finding().rule()).toList());
    }

    @Test
    void tooLargeNumbersStayTooLarge() {
        assertEquals(
                json("[1e999]").toString(), json(canonical("x/flow.json", "[1e999]")).toString());
        assertNotNull(canonical("x/flow.json", "[-1e999, 0.1, 1e20, -3]"));
    }

    private Json object(int depth) {
        Map<String, Json.Member> members = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            members.put(
                    KEYS[random.nextInt(KEYS.length)],
                    new Json.Member(Json.Spot.START, any(depth - 1)));
        }
        return new Json.Obj(Json.Spot.START, members);
    }

    private Json any(int depth) {
        Json.Spot at = Json.Spot.START;
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0, 1 -> new Json.Str(at, WORDS[random.nextInt(WORDS.length)]);
            case 2 ->
                    new Json.Num(
                            at,
                            random.nextBoolean() ? random.nextInt() : random.nextGaussian() * 1e9);
            case 3 -> new Json.Bool(at, random.nextBoolean());
            case 4 -> new Json.Nul(at);
            case 5, 6 -> object(depth);
            default -> {
                List<Json> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(any(depth - 1));
                }
                yield new Json.Arr(at, items);
            }
        };
    }

    /// The same in another order of fields.
    private Json shuffled(Json json) {
        return switch (json) {
            case Json.Obj(var at, var members) -> {
                List<String> names = new ArrayList<>(members.keySet());
                Collections.shuffle(names, random);
                Map<String, Json.Member> other = new LinkedHashMap<>();
                for (String name : names) {
                    Json.Member member = Objects.requireNonNull(members.get(name));
                    other.put(name, new Json.Member(member.keyAt(), shuffled(member.value())));
                }
                yield new Json.Obj(at, other);
            }
            case Json.Arr(var at, var items) ->
                    new Json.Arr(at, items.stream().map(this::shuffled).toList());
            case Json.Str _, Json.Num _, Json.Bool _, Json.Nul _ -> json;
        };
    }

    /// Another way to write it: on one line, with everything escaped.
    private static String text(Json json) {
        return switch (json) {
            case Json.Obj(_, var members) ->
                    members.entrySet().stream()
                            .map(each ->
                                    quoted(each.getKey()) + ":" + text(each.getValue().value()))
                            .collect(Collectors.joining(",", "{", "}"));
            case Json.Arr(_, var items) ->
                    items.stream()
                            .map(CanonicalTest::text)
                            .collect(Collectors.joining(",", "[", "]"));
            case Json.Str(_, String text) -> quoted(text);
            case Json.Num(_, double number) -> Double.toString(number);
            case Json.Bool(_, boolean is) -> Boolean.toString(is);
            case Json.Nul _ -> "null";
        };
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> String.format("\\u%04x", c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    /// Without places.
    private static @Nullable Object plain(Json json) {
        return switch (json) {
            case Json.Obj(_, var members) -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                members.forEach((name, member) -> map.put(name, plain(member.value())));
                yield map;
            }
            case Json.Arr(_, var items) -> {
                List<@Nullable Object> list = new ArrayList<>();
                items.forEach(item -> list.add(plain(item)));
                yield list;
            }
            case Json.Str(_, String text) -> text;
            case Json.Num(_, double number) -> number;
            case Json.Bool(_, boolean is) -> is;
            case Json.Nul _ -> null;
        };
    }
}
