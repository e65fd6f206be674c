package unsaid.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTest {
    @Test
    void theLabelsOfAScaleAreInTheOrderOfTheirNumbersOnEveryMachine() {
        var scale = new Answer.Scale(0, 9, 1, Map.of(9, "j", 4, "e", 0, "a", 7, "h", 2, "c"));
        assertEquals(List.of(0, 2, 4, 7, 9), List.copyOf(scale.labels().keySet()));
    }
}
