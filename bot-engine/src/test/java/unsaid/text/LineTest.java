package unsaid.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final String LETTERS = "aä .,?\n";
    private static final int TEXTS = 50_000;

    @Test
    void aTextIsTidyExactlyIfPuttingItTogetherLeavesItAsItIs() {
        Random random = new Random(7);
        for (int n = 0; n < TEXTS; n++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            Line line = new Line();
            line.own(text.toString());
            assertEquals(
                    line.text().contentEquals(text),
                    Line.isTidy(text.toString()),
                    "“" + text + "”");
        }
    }
}
