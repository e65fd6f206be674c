package unsaid.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import unsaid.safety.Helpline.Audience;
import unsaid.safety.Helpline.Contact;
import unsaid.safety.Helpline.Method;
import unsaid.safety.Helpline.Status;

class HelplinesTest {

    private static final LocalDate CHECKED = LocalDate.of(2026, 1, 31);
    private static final Country BRITAIN =
            new Country(
                    "gb",
                    "United Kingdom",
                    "999",
                    "On a mobile, if you cannot speak, press 55.",
                    "call 116 123");
    private static final Country GERMANY = new Country("de", "Germany", "110 or 112", "", "");
    private static final Helplines LINES =
            new Helplines(
                    "gb",
                    List.of(BRITAIN, GERMANY),
                    List.of(
                            line("gb-draft", "gb", "partner_abuse", Status.DRAFT),
                            line("gb-checked", "gb", "partner_abuse", Status.CONFIRMED),
                            line("gb-old", "gb", "partner_abuse", Status.EXPIRED),
                            line("gb-emergency", "gb", "emergency", Status.CONFIRMED),
                            line("gb-crisis", "gb", "suicide_crisis", Status.CONFIRMED),
                            line("eu-da", "eu", "partner_abuse", Status.DRAFT),
                            line("world-da-lila", "world", "partner_abuse", Status.CONFIRMED)));

    @Test
    void emergencyComesFirstThenCheckedThenUncheckedThenDirectories() {
        assertEquals(
                List.of(
                        "gb-emergency",
                        "gb-checked",
                        "gb-draft",
                        "world-da-lila",
                        "world-crisis-find"),
                ids(LINES.forTopics("gb", List.of("partner_abuse"))));
    }

    @Test
    void aCardIsNeverEmpty() {
        List<String> floor = List.of("local-emergency", "world-da-lila", "world-crisis-find");
        assertEquals(floor, ids(Helplines.international().forTopics("xx", List.of())));
        assertEquals(floor, ids(LINES.forTopics("", List.of("no_such_topic"))));
    }

    @Test
    void linesOfTheUnionReachItsCountriesOnly() {
        assertTrue(ids(LINES.forTopics("de", List.of("partner_abuse"))).contains("eu-da"));
        assertFalse(ids(LINES.forTopics("gb", List.of("partner_abuse"))).contains("eu-da"));
    }

    @Test
    void countriesOfALanguageAreOfferedFirstAndNoneIsTaken() {
        assertEquals(List.of(GERMANY, BRITAIN), LINES.countries("de"));
        assertEquals(List.of(GERMANY, BRITAIN), LINES.countries("de-AT"));
        assertEquals(List.of(BRITAIN, GERMANY), LINES.countries("en"));
        assertEquals(List.of(BRITAIN, GERMANY), LINES.countries("fr"));
        assertEquals("gb", LINES.home());
    }

    @Test
    void aCountrysWordsAreThoseOfTheTalksLanguage() {
        Country spoken =
                new Country(
                        "gb",
                        "Britain",
                        "999",
                        "",
                        "",
                        java.util.Map.of(
                                "de", new Country("gb", "Britain", "die 999", "Drück 55.", "")));
        Helplines lines = new Helplines("gb", List.of(spoken), List.of());
        assertEquals("die 999", lines.emergency("gb", "de-AT"));
        assertEquals("999", lines.emergency("gb", "fr"));
        assertEquals("Drück 55.", lines.silent("gb", "de"));
        assertEquals("wende dich an ein Krisentelefon", lines.crisis("gb", "de"));
        assertEquals("den Notruf an deinem Ort", lines.emergency("fr", "de"));
    }

    @Test
    void anUnknownCountryHasWordsThatHoldAnywhere() {
        assertEquals("your local emergency number", LINES.emergency("zz", "en"));
        assertEquals("", LINES.silent("zz", "en"));
        assertEquals("a crisis line", LINES.crisis("zz", "en"));
        assertEquals("a crisis line", LINES.crisis("de", "en"));
        assertEquals("999", LINES.emergency("gb", "en"));
    }

    @Test
    void aConfirmationAges() {
        assertTrue(LINES.asOf(CHECKED.plusMonths(12).minusDays(1)).homeIsConfirmed());
        Helplines year = LINES.asOf(CHECKED.plusMonths(12));
        assertFalse(year.homeIsConfirmed());
        assertEquals(7, year.unconfirmed().size());
        assertEquals(
                List.of("local-emergency", "gb-draft", "world-da-lila", "world-crisis-find"),
                ids(LINES.asOf(CHECKED.plusMonths(24)).forTopics("gb", List.of("partner_abuse"))));
    }

    @Test
    void whatCannotBeRightIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new Country("GB", "Britain", "999", "", ""));
        assertThrows(
                IllegalArgumentException.class, () -> new Country("gb", "Britain", " ", "", ""));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Helplines("fr", List.of(BRITAIN), List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Helplines("gb", List.of(BRITAIN, BRITAIN), List.of()));
        assertThrows(IllegalArgumentException.class, () -> contact(Method.CALL, null, null));
        assertThrows(
                IllegalArgumentException.class,
                () -> contact(Method.WEB, null, "http://example.org"));
        assertThrows(IllegalArgumentException.class, () -> contact(Method.WEB, null, "https:// "));
        Helpline twice = line("gb-draft", "gb", "partner_abuse", Status.DRAFT);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Helplines("gb", List.of(BRITAIN), List.of(twice, twice)));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new Helpline(
                                "a",
                                "gb",
                                null,
                                List.of("child"),
                                Audience.ALL,
                                "A",
                                List.of(contact(Method.CALL, "1", null)),
                                null,
                                null,
                                Status.CONFIRMED,
                                null,
                                null,
                                null));
    }

    private static List<String> ids(List<Helpline> lines) {
        return lines.stream().map(Helpline::id).toList();
    }

    private static Contact contact(
            Method method,
            @org.jspecify.annotations.Nullable String dial,
            @org.jspecify.annotations.Nullable String url) {
        return new Contact(method, dial, null, null, null, url, null, null, List.of(), null);
    }

    private static Helpline line(String id, String region, String topic, Status status) {
        boolean dated = status != Status.DRAFT;
        return new Helpline(
                id,
                region,
                null,
                List.of(topic),
                Audience.ALL,
                id,
                List.of(contact(Method.CALL, "116 123", null)),
                null,
                null,
                status,
                dated ? "owner" : null,
                dated ? CHECKED : null,
                null);
    }
}
