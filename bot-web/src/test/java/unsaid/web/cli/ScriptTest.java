package unsaid.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import unsaid.web.Beside;

/// `unsaid script`: what a reviewer gets is complete, and the same each time.
@Beside
class ScriptTest {
    private static final Path CLONE = Path.of("..");
    private static final Set<String> TEXTS =
            Set.of(
                    "title",
                    "say",
                    "ask",
                    "hint",
                    "label",
                    "phrases",
                    "forms",
                    "placeholder",
                    "another",
                    "labels",
                    "retry",
                    "texts",
                    "show",
                    "unit");
    private static final Set<String> NO_TEXTS = Set.of("if", "go", "value", "note");

    private static void collect(JsonNode node, boolean text, List<String> into) {
        if (node.isString() && text) {
            into.add(node.asString());
        }
        if (node.isArray()) {
            node.forEach(each -> collect(each, text, into));
        }
        node.properties()
                .forEach(field -> {
                    if (!NO_TEXTS.contains(field.getKey())) {
                        collect(field.getValue(), text || TEXTS.contains(field.getKey()), into);
                    }
                });
    }

    static List<String> flows() throws IOException {
        try (Stream<Path> folders = Files.list(CLONE.resolve("dialogs"))) {
            List<String> flows =
                    folders.filter(folder -> Files.exists(folder.resolve("flow.json")))
                            .map(folder -> folder.getFileName().toString())
                            .sorted()
                            .toList();
            assertTrue(flows.containsAll(List.of("welcome", "safety", "roots")), flows.toString());
            return flows;
        }
    }

    @ParameterizedTest
    @MethodSource("flows")
    void everyTextOfAFlowIsInItAndEveryStepHasItsHeading(String flow) throws Exception {
        Shell.Ran ran = new Shell(CLONE).run("script", flow);
        assertEquals(0, ran.code());
        JsonNode json =
                JsonMapper.shared()
                        .readTree(
                                Files.readString(CLONE.resolve("dialogs/" + flow + "/flow.json")));
        List<String> texts = new ArrayList<>();
        collect(json, false, texts);
        assertTrue(texts.size() > 50, () -> flow + " " + texts.size());
        assertEquals(List.of(), texts.stream().filter(text -> !ran.out().contains(text)).toList());
        for (JsonNode step : json.path("steps")) {
            assertTrue(ran.out().contains("\n## " + step.path("id").asString() + "\n"), ran.out());
        }
    }

    @Test
    void theSameFlowGivesTheSameScript() throws Exception {
        Shell shell = new Shell(CLONE);
        assertEquals(shell.run("script", "safety").out(), shell.run("script", "safety").out());
    }

    @Test
    void whereItLeadsAndWhenIsSaidInWords() throws Exception {
        String script = new Shell(CLONE).run("script", "naming-fears").out();
        assertTrue(
                script.contains(
                        "  - [ ] “Not now” – leads to `later`\n"
                                + "- Skip leads to `mood`\n"
                                + "- “I don't know” leads to `private`\n\n"),
                script);
        assertTrue(
                script.contains(
                        "- Then: if mood is 9 or more `heavy`; if short `pick`; otherwise `where`\n"),
                script);
        assertTrue(
                script.contains("if pick contains “What my partner might do when upset” `anger`"),
                script);
        assertTrue(script.contains("only if features for two are open"), script);
    }

    @Test
    void aTextWithQuotesOfItsOwnGetsNoOthers() throws Exception {
        String script = new Shell(CLONE).run("script", "check-in").out();
        assertTrue(!script.contains("““") && !script.contains("””"), script);
        assertTrue(script.contains(": “{line}”. Thank you.\n"), script);
        assertTrue(script.contains("- [ ] “It says nothing about your worth.”\n"), script);
    }

    @Test
    void whoHasReadItStandsAboveIt(@TempDir Path folder) throws Exception {
        Shell shell = Shell.withDialogs(folder);
        assertTrue(
                shell.run("script", "welcome").out().contains("No clinician has reviewed it yet."));
        shell.change(
                "welcome/flow.json",
                "\"review\": { \"by\": null, \"on\": null }",
                "\"review\": { \"by\": \"A\", \"on\": \"2026-01-31\", \"readers\": [ { \"name\": \"B\", \"lived\": true }, { \"name\": \"C\" } ] }");
        String script = shell.run("script", "welcome").out();
        assertTrue(
                script.contains("Reviewed by A on 2026-01-31. Read by B, who has lived it; C."),
                script);
    }

    @Test
    void aFlowHasToBeNamed() throws Exception {
        Shell.Ran ran = new Shell(CLONE).run("script");
        assertEquals(2, ran.code());
        assertTrue(ran.errors().contains("Which conversation?"), ran.errors());
    }
}
