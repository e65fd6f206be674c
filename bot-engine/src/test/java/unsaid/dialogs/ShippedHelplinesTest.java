package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import unsaid.engine.Library;
import unsaid.safety.Country;
import unsaid.safety.Helpline;
import unsaid.safety.Helpline.Contact;
import unsaid.safety.Helpline.Status;
import unsaid.safety.Helplines;

/// The helplines that this product ships: drafts that say of themselves what is known about them.
class ShippedHelplinesTest {
    private static final Helplines SHIPPED = shipped();

    private static Helplines shipped() {
        Library library = Shipped.engine().library();
        return library.helplines();
    }

    @Test
    void whatIsDialledIsWhatPeopleTypeInTheirCountry() {
        List<String> international =
                SHIPPED.lines().stream()
                        .flatMap(line -> line.contacts().stream())
                        .flatMap(ShippedHelplinesTest::typed)
                        .filter(typed -> typed.contains("+") || typed.startsWith("tel:00"))
                        .filter(typed -> !typed.equals("tel:000")) // Australia's emergency number
                        .toList();
        assertEquals(List.of(), international);
    }

    private static Stream<String> typed(Contact contact) {
        return Stream.of(contact.dial(), contact.tel(), contact.to()).filter(Objects::nonNull);
    }

    @Test
    void everyCountryHasItsEmergencyNumberAndLinesForPartnerAbuseAndCrises() {
        assertTrue(SHIPPED.countries().size() >= 9, SHIPPED.countries().toString());
        for (Country country : SHIPPED.countries()) {
            for (String topic : List.of(Helpline.EMERGENCY, "partner_abuse", "suicide_crisis")) {
                List<Helpline> own =
                        SHIPPED.lines().stream()
                                .filter(line -> line.region().equals(country.code()))
                                .filter(line -> line.topics().contains(topic))
                                .toList();
                assertFalse(own.isEmpty(), country.code() + " " + topic);
                if (topic.equals(Helpline.EMERGENCY)) {
                    own.stream()
                            .flatMap(line -> line.contacts().stream())
                            .map(Contact::dial)
                            .forEach(number ->
                                    assertTrue(
                                            country.emergency().contains(String.valueOf(number)),
                                            country + " " + number));
                }
            }
        }
    }

    @Test
    void allAreDraftsThatNobodyHasConfirmed() {
        for (Helpline line : SHIPPED.lines()) {
            assertEquals(Status.DRAFT, line.status(), line.id());
            assertEquals(null, line.confirmedBy(), line.id());
        }
    }

    @Test
    void whateverHasNoSourceSaysWhatAnOwnerHasToLookFor() {
        for (Helpline line : SHIPPED.lines()) {
            if (line.source() == null) {
                assertTrue(String.valueOf(line.note()).contains(" Look "), line.id());
            }
        }
    }

    @Test
    void theGuideSaysHowManyHaveASource() throws IOException {
        List<Helpline> all = SHIPPED.lines();
        long without = all.stream().filter(line -> line.source() == null).count();
        long dated = all.stream().filter(line -> line.sourceSeen() != null).count();
        String said =
                "Of the %d lines shipped, %d have no source and %d has the day on which it was read."
                        .formatted(all.size(), without, dated);
        String guide = Files.readString(Shipped.FOLDER.resolve("README.md"));
        assertTrue(guide.contains(said), said);
    }
}
