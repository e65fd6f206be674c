package unsaid.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import unsaid.check.Chart;
import unsaid.check.Explorer;
import unsaid.engine.Engine;
import unsaid.flow.Flow;
import unsaid.format.Typebot.Imported;

/// A flow made of a Typebot export.
class TypebotTest {
    private static Imported imported() throws Exception {
        Path file = Path.of("src", "test", "resources", "unsaid", "format", "typebot.json");
        return Typebot.read(Files.readString(file), null, "en");
    }

    private static Dialogs.Loaded loaded(Imported imported) {
        return Dialogs.read(
                Map.of(imported.flow() + "/flow.json", imported.text()), Dialogs.PRIVACY);
    }

    private static Flow flow(Imported imported) {
        Dialogs.Loaded loaded = loaded(imported);
        return Objects.requireNonNull(
                Objects.requireNonNull(
                                loaded.library(),
                                () ->
                                        loaded.findings().stream().filter(Found::isError).toList()
                                                + "\n"
                                                + imported.text())
                        .flow(imported.flow()));
    }

    @Test
    void itStartsWhereTheBotStartsAndHasItsQuestionsAndWays() throws Exception {
        Flow flow = flow(imported());
        assertEquals("how-was-the-week", flow.id());
        Chart chart = Chart.of(flow);
        assertEquals(
                List.of(
                        "name ASK What shall we call you?",
                        "hello SET score = 1",
                        "week ASK How was it?",
                        "hello-2 SET score = score + 2",
                        "hours ASK hours?",
                        "hello-3 SET ",
                        "what ASK A (hard) week, {name}. Score {score}.",
                        "rate ASK And all in all?",
                        "did ASK What did you do?",
                        "rate-2 ASK rate 2?",
                        "bye SAY Thank you.",
                        "the-end END done"),
                chart.boxes().stream()
                        .map(box -> box.id() + " " + box.shape() + " " + box.text())
                        .toList());
        assertEquals(
                List.of(
                        "week>what [Hard]",
                        "week>hello-2 [Good & quiet, Skip, I don’t know]",
                        "hello-3>what [hours > 12 and week is not hard]",
                        "hello-3>rate [else]",
                        "what>bye []",
                        "rate-2>bye []",
                        "bye>the-end []"),
                chart.arrows().stream()
                        .filter(arrow ->
                                List.of("week", "hello-3", "what", "rate-2", "bye")
                                        .contains(arrow.from()))
                        .map(arrow -> arrow.id() + " " + arrow.labels())
                        .toList());
    }

    @Test
    void whatWasNotCarriedOverIsToldOneByOne() throws Exception {
        List<String> left = imported().left();
        for (String what :
                List.of(
                        "the image https://example.org/a.png",
                        "the link to https://example.org: its words are there",
                        "the integration \"Webhook\": nothing is sent anywhere",
                        "a payment",
                        "a condition in \"hello-3\": it is taken never to hold",
                        "\"{{Secret}}\" in a text: nothing fills it here",
                        "its theme: the look and the behaviour are those of this product")) {
            assertTrue(left.contains(what), what + " is not in " + left);
        }
        assertTrue(
                left.stream().anyMatch(each -> each.contains("email is not checked")),
                left.toString());
        assertTrue(left.stream().noneMatch(each -> each.contains("settings")), left.toString());
    }

    @Test
    void theFlowCanBeUsedAsItIsAndNobodyIsStrandedInIt() throws Exception {
        Imported imported = imported();
        Dialogs.Loaded loaded = loaded(imported);
        flow(imported);
        Engine engine = Engine.of(Objects.requireNonNull(loaded.library()));
        assertEquals(List.of(), Explorer.of(engine, imported.flow(), 500, 100).troubles());
        assertEquals(
                imported.text(),
                Canonical.of("x/flow.json", imported.text(), new java.util.ArrayList<>()));
    }

    @Test
    void whatIsNoExportIsRefused() {
        assertThrows(ExchangeException.class, () -> Typebot.read("{}", null, "en"));
        assertEquals(
                2,
                assertThrows(ExchangeException.class, () -> Typebot.read("{\n!", null, "en"))
                        .line());
    }
}
