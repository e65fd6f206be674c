package unsaid.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// "Did you mean …" names the word a hand slipped from, and stays silent where it would be
/// guessing.
class NearestTest {
    private static final List<String> KNOWN =
            List.of("mood", "strength", "naming-fears", "own", "fears");

    @ParameterizedTest
    @CsvSource({
        "modd,mood",
        "mod,mood",
        "moood,mood",
        "omod,mood",
        "Mood,mood",
        "stregnth,strength",
        "naming-feers,naming-fears",
        "namingfears,naming-fears",
        "onw,own",
        "fear,fears"
    })
    void aSlipOfTheHandIsUnderstood(String written, String meant) {
        assertEquals(meant, Nearest.to(written, KNOWN));
    }

    @ParameterizedTest
    @CsvSource({"zzzz", "weather", "x", "strong", "owner-of-it"})
    void aWordFarFromAllOthersIsLikeNone(String written) {
        assertNull(Nearest.to(written, KNOWN));
    }

    @Test
    void amongEqualsItIsTheFirstOfTheAlphabetWhateverTheirOrder() {
        assertEquals("mean", Nearest.to("mear", List.of("meat", "mean")));
        assertEquals("mean", Nearest.to("mear", List.of("mean", "meat")));
    }

    @Test
    void amongEqualsALostOrADoubledLetterIsLikelierThanAnother() {
        assertEquals("text", Nearest.to("tet", List.of("set", "text")));
        assertEquals("text", Nearest.to("texxt", List.of("texts", "text")));
        assertEquals("set", Nearest.to("sat", List.of("set", "text")));
    }

    @Test
    void nothingIsNearToNothing() {
        assertNull(Nearest.to("", List.of()));
        assertNull(Nearest.to("mood", List.of()));
    }
}
