package unsaid.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unsaid.flow.Flag;
import unsaid.flow.Flag.Family;

/// What was typed in a hurry is understood, and what is spelled right stays as it is.
class SpellingTest {
    private static final Spelling SPELLING =
            new Spelling(
                    List.of("wnat=want", "bf=boyfriend", "rn=right_now"),
                    List.of("strangled", "husband", "violent", "violet"));

    @ParameterizedTest
    @CsvSource({
        "i wnat to,i want to",
        "my bf rn,my boyfriend right now",
        "strangeld,strangled",
        "stranled me,strangled me",
        "strangledd,strangled",
        "strengled,strangled",
        "diiie,die",
        "killll,kill",
        "nooo,no",
        "violet,violet",
        "a violin,a violin",
        "husbandry is,husbandry is",
        "it is all good,it is all good"
    })
    void slipsArePutRight(String typed, String right) {
        assertEquals(right, SPELLING.right(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i wnat to die",
                "i want to dieeee",
                "i want to kil myslef",
                "i feel sucidal",
                "I cannt go on living anymore"
            })
    void aSlipHidesNoDanger(String typed) {
        assertEquals(Set.of(new Flag(Family.SELFHARM, false)), Danger.of("en").scan(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "he cooked me dinner",
                "he massages my feet",
                "the violet dress",
                "she scored again",
                "the steak was overdone"
            })
    void aWordThatIsNearlyAnotherRaisesNothing(String harmless) {
        assertEquals(Set.of(), Danger.of("en").scan(harmless));
    }
}
