package unsaid.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unsaid.flow.Flag;
import unsaid.flow.Flag.Family;

class RoutingTest {

    @ParameterizedTest
    @CsvSource({
        "SELFHARM,SELFHARM", "DANGER_NOW,NOW", "VIOLENCE,NOW", "SEXUAL,NOW", "EMERGENCY,HURT",
                "CHILD,CHILD",
        "MINOR,MINOR", "OWN,OWN", "RESTRICT,SOFT", "MONITOR,SOFT", "MONEY,SOFT", "FEAR,SOFT"
    })
    void eachFamilyLeadsToItsStep(Family family, Route route) {
        Routing.Decision decision = Routing.of(Met.NONE, firm(family));
        assertEquals(route, decision.route());
        assertTrue(decision.locks());
    }

    @ParameterizedTest
    @CsvSource({"DEGRADE", "ACCUSE", "ISOLATE", "THREATEN_SELF"})
    void onePutDownAloneIsRememberedButDoesNotInterrupt(Family family) {
        Routing.Decision decision = Routing.of(Met.NONE, firm(family));
        assertNull(decision.route());
        assertTrue(decision.locks());
        assertEquals(Set.of(family), decision.after().families());
    }

    @Test
    void aSecondKindInterruptsOnce() {
        Met met = Routing.of(Met.NONE, firm(Family.DEGRADE)).after();
        Routing.Decision second = Routing.of(met, firm(Family.ACCUSE));
        assertEquals(Route.SOFT, second.route());
        assertNull(Routing.of(second.after(), firm(Family.ACCUSE, Family.DEGRADE)).route());
        assertEquals(Route.SOFT, Routing.of(second.after(), firm(Family.MONEY)).route());
    }

    @Test
    void hintsCountButNeverInterruptAlone() {
        Routing.Decision hints =
                Routing.of(
                        Met.NONE,
                        Set.of(hint(Family.DEGRADE), hint(Family.FEAR), hint(Family.SELFHARM)));
        assertNull(hints.route());
        assertFalse(hints.locks());
        assertEquals(Route.SOFT, Routing.of(hints.after(), firm(Family.ACCUSE)).route());
    }

    @Test
    void acuteDangerInterruptsEveryTime() {
        Met met = Routing.of(Met.NONE, firm(Family.SELFHARM)).after();
        assertEquals(Route.SELFHARM, Routing.of(met, firm(Family.SELFHARM)).route());
    }

    @Test
    void controlAndOwnDoingInterruptOnceAFamily() {
        Met met =
                Routing.of(Routing.of(Met.NONE, firm(Family.FEAR)).after(), firm(Family.OWN))
                        .after();
        assertNull(Routing.of(met, firm(Family.FEAR, Family.OWN)).route());
    }

    @Test
    void theMostUrgentComesFirst() {
        Set<Flag> all = firm(Family.values());
        assertEquals(Route.NOW, Routing.of(Met.NONE, all).route());
        Family[] order = {
            Family.EMERGENCY, Family.SELFHARM, Family.CHILD, Family.MINOR, Family.FEAR, Family.OWN
        };
        Route[] routes = {
            Route.HURT, Route.SELFHARM, Route.CHILD, Route.MINOR, Route.SOFT, Route.OWN
        };
        for (int from = 0; from < order.length; from++) {
            assertEquals(
                    routes[from],
                    Routing.of(
                                    Met.NONE,
                                    firm(java.util.Arrays.copyOfRange(order, from, order.length)))
                            .route());
        }
    }

    @Test
    void aGentleTalkThatHadToWaitIsStillHeld() {
        Met met = Routing.of(Met.NONE, firm(Family.VIOLENCE, Family.FEAR)).after();
        assertEquals(Route.SOFT, Routing.of(met, firm(Family.FEAR)).route());
    }

    @Test
    void nothingIsEverForgottenAndWhatInterruptsLocks() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            Met met = Met.NONE;
            for (int answer = 0; answer < 12; answer++) {
                Set<Flag> now = new HashSet<>();
                for (int n = random.nextInt(3); n > 0; n--) {
                    now.add(
                            new Flag(
                                    Family.values()[random.nextInt(Family.values().length)],
                                    random.nextBoolean()));
                }
                Routing.Decision decision = Routing.of(met, now);
                assertTrue(decision.after().families().containsAll(met.families()));
                assertTrue(decision.route() == null || decision.locks());
                assertTrue(!now.isEmpty() || decision.route() == null);
                met = decision.after();
            }
        }
    }

    @Test
    void aFamilyThatDoesNotExistIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Met(1 << 30, 0, 0));
    }

    private static Set<Flag> firm(Family... families) {
        Set<Flag> flags = new HashSet<>();
        for (Family family : families) {
            flags.add(new Flag(family, false));
        }
        return flags;
    }

    private static Flag hint(Family family) {
        return new Flag(family, true);
    }
}
