package unsaid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import unsaid.flow.Step.FollowUp;

/// What an end offers to whoever said that they would like to come back.
class FollowUpTest {
    private static final String FLOW =
            """
            {"flow":"test","version":1,"language":"en","title":"T","steps":[
             {"id":"well","ask":"Well?","answer":{"type":"choice","options":[
               {"value":"back","label":"I will come back","go":"again"},
               {"value":"lock","label":"They watch me","set":{"coupleLocked":true},"go":"again"},
               {"value":"stop","label":"Stop","go":"end"}]},"skip":{"go":"end"}},
             {"id":"again","end":"done","followUp":{"after":"P2W","flow":"%s"}},
             {"id":"end","end":"done"}]}\
            """;

    private static @Nullable FollowUp offered(String flow, String choice) {
        Talk talk = Talk.flows(Map.of("test/flow.json", FLOW.formatted(flow)));
        assertNull(talk.turn().followUp());
        Turn last = talk.choose(choice).turn();
        assertNotNull(last.ending());
        return last.followUp();
    }

    @Test
    void whoeverSaidYesIsOfferedTheTimeTheAuthorChose() {
        assertEquals(new FollowUp("P2W", "test"), offered("test", "back"));
    }

    @Test
    void anotherEndOffersNothing() {
        assertNull(offered("test", "stop"));
    }

    @Test
    void nobodyIsAskedBackToAPartThatIsNotThere() {
        assertNull(offered("unwritten", "back"));
    }

    @Test
    void whereFeaturesForTwoAreLockedNoDayIsPutIntoACalendar() {
        assertNull(offered("test", "lock"));
    }
}
