package unsaid.web.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import unsaid.format.Dialogs;
import unsaid.safety.Helpline;
import unsaid.web.studio.HelplinesForm.NonsenseException;

/// What an owner types about a helpline, and what becomes of it in the file.
class HelplinesFormTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final String SHIPPED = shipped();
    private static final Map<String, String> GOOD =
            Map.of(
                    "name", "National Domestic Abuse Helpline",
                    "method-0", "call",
                    "address-0", "0808 2000 247",
                    "hours-0", "24/7",
                    "cost-0", "free",
                    "source", "called them",
                    "by", "Owner");

    private static String shipped() {
        try {
            return Files.readString(Path.of("..", "dialogs", "helplines.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HelplinesForm form(Map<String, String> fields) {
        return new HelplinesForm(field -> fields.getOrDefault(field, ""));
    }

    private static Helpline line(String file, String id) {
        return Objects.requireNonNull(
                        Dialogs.read(Map.of("helplines.json", file), Dialogs.PRIVACY).helplines())
                .lines()
                .stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aConfirmationSaysWhoAndWhenAndTouchesNothingElse() throws NonsenseException {
        String written = form(GOOD).line(SHIPPED, "gb-da-england", true, TODAY);
        Helpline line = line(written, "gb-da-england");
        assertEquals(Helpline.Status.CONFIRMED, line.status());
        assertEquals("Owner", line.confirmedBy());
        assertEquals(TODAY, line.confirmedOn());
        assertEquals("called them", line.source());
        assertEquals(TODAY, line.sourceSeen());
        assertEquals(List.of("en"), line.contacts().getFirst().languages());
        assertEquals(without(SHIPPED, "gb-da-england"), without(written, "gb-da-england"));
    }

    /// The file without one line of help.
    private static JsonNode without(String file, String id) {
        JsonNode json = JsonMapper.shared().readTree(file);
        ArrayNode lines = (ArrayNode) json.path("lines");
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).path("id").asString("").equals(id)) {
                lines.remove(i);
            }
        }
        return json;
    }

    @Test
    void savingAsADraftTakesTheConfirmationBack() throws NonsenseException {
        String confirmed = form(GOOD).line(SHIPPED, "gb-da-england", true, TODAY);
        String draft = form(GOOD).line(confirmed, "gb-da-england", false, TODAY);
        assertEquals(Helpline.Status.DRAFT, line(draft, "gb-da-england").status());
        assertEquals(null, line(draft, "gb-da-england").confirmedBy());
    }

    @Test
    void aWayIsAddedAndAnotherTakenAway() throws NonsenseException {
        Map<String, String> fields = new HashMap<>(GOOD);
        fields.put("address-0", "");
        fields.put("method-1", "chat");
        fields.put("address-1", "https://example.org/chat");
        Helpline line =
                line(form(fields).line(SHIPPED, "gb-da-england", true, TODAY), "gb-da-england");
        assertEquals(
                List.of(Helpline.Method.CHAT),
                line.contacts().stream().map(Helpline.Contact::method).toList());
    }

    @Test
    void aNumberIsDialledAsItIsWritten() throws NonsenseException {
        Map<String, String> fields = new HashMap<>(GOOD);
        fields.put("address-0", "116 123");
        Helpline line =
                line(form(fields).line(SHIPPED, "gb-da-england", true, TODAY), "gb-da-england");
        assertEquals("116 123", line.contacts().getFirst().dial());
        assertEquals("tel:116123", line.contacts().getFirst().tel());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "name; ;name of the service",
                "address-0; ;one way to reach it",
                "address-0;+44 808 2000 247;without the +",
                "address-0;call them;no number",
                "address-0;7;no number",
                "address-0;12345678901234567;no number",
                "method-0;pigeon;how to reach it",
                "method-0;email;no e-mail address",
                "method-0;web;https",
                "source; ;where you checked it",
                "by; ;who has checked it",
                "seen-on;yesterday;no day",
                "seen-on;2026-03-02;still to come",
                "seen-on;2026-02-30;no day"
            })
    void nonsenseIsRefusedWithAClearLine(String field, String typed, String line) {
        Map<String, String> fields = new HashMap<>(GOOD);
        fields.put(field, typed == null ? "" : typed);
        NonsenseException refused =
                assertThrows(
                        NonsenseException.class,
                        () -> form(fields).line(SHIPPED, "gb-da-england", true, TODAY));
        String said = String.valueOf(refused.getMessage());
        assertTrue(said.toLowerCase(java.util.Locale.ROOT).contains(line), said);
    }

    @Test
    void aLineThatIsTooLongOrOnSeveralLinesIsRefused() {
        for (String typed : List.of("x".repeat(HelplinesForm.LONGEST + 1), "a\nb")) {
            Map<String, String> fields = new HashMap<>(GOOD);
            fields.put("note", typed);
            assertThrows(
                    NonsenseException.class,
                    () -> form(fields).line(SHIPPED, "gb-da-england", false, TODAY));
        }
    }

    @Test
    void whatIsNotThereAnyMoreIsSaid() {
        assertThrows(
                NonsenseException.class, () -> form(GOOD).line(SHIPPED, "nobody", true, TODAY));
        assertThrows(NonsenseException.class, () -> form(GOOD).country(SHIPPED, "zz"));
    }

    @Test
    void theWordsOfACountryAreCorrected() throws NonsenseException {
        String written =
                form(Map.of("emergency", "112", "silent", "Text 114.", "crisis", "call 3114"))
                        .country(SHIPPED, "fr");
        var helplines =
                Objects.requireNonNull(
                        Dialogs.read(Map.of("helplines.json", written), Dialogs.PRIVACY)
                                .helplines());
        assertEquals("112", helplines.emergency("fr", "en"));
        assertEquals("Text 114.", helplines.silent("fr", "en"));
        assertThrows(
                NonsenseException.class,
                () -> form(Map.of("emergency", "the police")).country(SHIPPED, "fr"));
    }

    @Test
    void everythingShippedIsADraft() {
        assertFalse(SHIPPED.contains("\"confirmed\""));
    }
}
