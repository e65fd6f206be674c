package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import unsaid.web.widget.Visit.Screen;

/// A whole conversation by keyboard, as a screen reader would tell it. `-Dtranscript=write` writes
/// what is told now; whoever does so reads what changed.
class ScreenReaderTest {
    private static final Path EXPECTED =
            Path.of("src", "test", "resources", "unsaid", "web", "widget", "transcript.txt");
    private static final String CAN =
            ",\"can\":[\"back\",\"change\",\"skip\",\"unsure\",\"enough\",\"help\",\"export\"],\"progress\":0.4}";

    private static String ask(String says, String ask) {
        return "{\"says\":[\"%s\"],\"ask\":{%s}%s".formatted(says, ask, CAN);
    }

    private static final Talk TALK =
            new Talk()
                    .then(
                            ask(
                                    "This part is about fear.",
                                    "\"id\":\"a\",\"at\":\"f/a\",\"type\":\"choice\",\"text\":\"Is this a private moment?\",\"options\":[{\"value\":\"y\",\"label\":\"Yes\"},{\"value\":\"n\",\"label\":\"Not very\"}]"),
                            ask(
                                    "Thank you.",
                                    "\"id\":\"b\",\"at\":\"f/b\",\"type\":\"scale\",\"text\":\"How heavy is it?\",\"min\":0,\"max\":3,\"labels\":{\"0\":\"light\",\"3\":\"heavy\"}"),
                            ask(
                                    "Good to know.",
                                    "\"id\":\"c\",\"at\":\"f/c\",\"type\":\"multi\",\"text\":\"When does it come?\",\"max\":2,\"options\":[{\"value\":\"q\",\"label\":\"When we are quiet\"},{\"value\":\"a\",\"label\":\"When we are apart\"},{\"value\":\"o\",\"label\":\"Another time\",\"text\":40}]"),
                            ask(
                                    "Go slowly.",
                                    "\"id\":\"d\",\"at\":\"f/d\",\"type\":\"text\",\"text\":\"What does it say?\",\"length\":200"),
                            ask(
                                    "One after the other.",
                                    "\"id\":\"e\",\"at\":\"f/e\",\"type\":\"list\",\"text\":\"What do you do then?\""),
                            ask(
                                    "Two things.",
                                    "\"id\":\"f\",\"at\":\"f/f\",\"type\":\"rank\",\"text\":\"Which comes first?\",\"items\":[{\"value\":\"1\",\"label\":\"I wait\"},{\"value\":\"2\",\"label\":\"I go\"}]"),
                            ask(
                                    "And now?",
                                    "\"id\":\"g\",\"at\":\"f/g\",\"type\":\"sort\",\"text\":\"Where does each belong?\",\"items\":[{\"value\":\"1\",\"label\":\"I wait\"}],\"buckets\":[{\"value\":\"k\",\"label\":\"Keep\"},{\"value\":\"l\",\"label\":\"Let go\"}]"),
                            "{\"says\":[\"This is what you have so far.\"],\"card\":{\"title\":\"My notes\",\"lines\":[{\"label\":\"I am afraid of\",\"text\":\"being left\"}]},\"end\":\"done\",\"can\":[\"restart\",\"export\"],\"progress\":1}");

    @Test
    void aWholeConversationIsToldAsExpected() throws IOException {
        String told = told();
        if ("write".equals(System.getProperty("transcript"))) Files.writeString(EXPECTED, told);
        assertEquals(Files.readString(EXPECTED), told);
        assertFalse(told.contains("\"\""), told);
    }

    private static String told() {
        try (Visit v = new Visit(Screen.LIGHT, TALK)) {
            ReadAloud reader = new ReadAloud(v.page);
            v.page.navigate(v.site.chat("/chat/naming-fears"));
            v.page.locator(".gate .chip").first().waitFor();
            reader.read();
            reader.tabTo("Yes, use my answers");
            act(v, reader, "Enter", "Is this a private moment?");
            reader.tabTo("Yes");
            act(v, reader, "Enter", "How heavy is it?");
            reader.tabTo("0, light");
            reader.press("ArrowRight");
            act(v, reader, "Enter", "When does it come?");
            reader.tabTo("When we are quiet");
            reader.press("Space");
            reader.tabTo("When we are apart");
            reader.press("Space");
            reader.tabTo("Another time");
            reader.press("Space");
            reader.listen();
            act(v, reader, "Enter", "What does it say?");
            v.page.locator("textarea").waitFor();
            reader.press("Control+Enter");
            reader.listen();
            reader.type("That I am alone.");
            act(v, reader, "Control+Enter", "What do you do then?");
            v.page.locator(".place input[type=text]").waitFor();
            reader.type("I wait");
            reader.press("Enter");
            reader.listen();
            act(v, reader, "Enter", "Which comes first?");
            v.page.locator(".ranks").waitFor();
            reader.tabTo("Move up: I go");
            reader.press("Enter");
            reader.listen();
            reader.tabTo("Continue");
            act(v, reader, "Enter", "Where does each belong?");
            v.page.locator(".sort").waitFor();
            reader.tabTo("Keep");
            reader.press("ArrowRight");
            reader.press("Enter");
            v.button("Print").waitFor();
            v.page.waitForTimeout(100);
            reader.listen();
            reader.read();
            v.page.reload();
            v.page.locator("[role=log] .guide").first().waitFor();
            v.page.waitForTimeout(400);
            reader.listen();
            return reader.transcript();
        }
    }

    /// Presses a key and waits for the next question; then tells what is announced and what is
    /// read.
    private static void act(Visit v, ReadAloud reader, String key, String next) {
        reader.press(key);
        v.guide(next).first().waitFor();
        v.page.locator(".place form:visible").waitFor();
        reader.listen();
        reader.read();
    }
}
