package unsaid.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import unsaid.dialogs.Shipped;
import unsaid.flow.Flow;
import unsaid.flow.Texts;
import unsaid.flow.Translation;

/// Translations out to translators' tools and in again.
class ExchangeTest {
    private static final String FLOW =
            """
            {"flow":"test","version":1,"language":"en","title":"A \\"test\\" & <more>","steps":[
             {"id":"a","say":["One\\ntwo\\tthree \\\\n","  spaces  "]},
             {"id":"end","end":"done","say":"Ünï “quoted” ]]> 🙂"}]}\
            """;

    private static Flow flow() {
        Dialogs.Loaded loaded = Dialogs.read(Map.of("test/flow.json", FLOW), Dialogs.PRIVACY);
        return Objects.requireNonNull(
                Objects.requireNonNull(loaded.library(), () -> loaded.findings().toString())
                        .flow("test"));
    }

    /// A third is translated, a third is stale, a third is missing.
    private static Translation mixed(Flow flow) {
        Map<String, Translation.Text> texts = new LinkedHashMap<>();
        int number = 0;
        for (var text : Texts.of(flow).entrySet()) {
            String source = text.getValue();
            texts.put(
                    text.getKey(),
                    switch (number++ % 3) {
                        case 0 -> new Translation.Text(source, "de: " + source);
                        case 1 -> new Translation.Text("before: " + source, "alt: " + source);
                        default -> new Translation.Text(source, "");
                    });
        }
        return new Translation(flow.id(), "de", texts);
    }

    static Stream<Flow> flows() {
        return Stream.concat(
                Stream.of(flow()),
                Shipped.engine().library().flows().stream()
                        .sorted()
                        .map(id -> Objects.requireNonNull(Shipped.engine().library().flow(id))));
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrittenIsReadAgainAsItWas() {
        return flows().map(flow ->
                DynamicTest.dynamicTest(
                        flow.id(),
                        () -> {
                            Translation mixed = mixed(flow);
                            assertEquals(mixed, Xliff.read(Xliff.write(flow, mixed)));
                            assertEquals(mixed, Po.read(Po.write(flow, mixed)));
                            assertEquals(
                                    mixed.texts().toString(),
                                    Po.read(Po.write(flow, mixed)).texts().toString());
                            assertEquals(mixed, Exchange.fresh(flow, "de", mixed));
                        }));
    }

    @Test
    void aStaleTextIsMarkedWithWhatItWasMadeFrom() throws Exception {
        Translation stale =
                new Translation(
                        "test",
                        "de",
                        Map.of("/title", new Translation.Text("The old title", "Der Titel")));
        String xliff = Xliff.write(flow(), stale);
        assertTrue(
                xliff.contains("<target state=\"needs-review-translation\">Der Titel</target>"),
                xliff);
        assertTrue(xliff.contains("<source>The old title</source>"), xliff);
        String po = Po.write(flow(), stale);
        assertTrue(po.contains("#, fuzzy\n#| msgid \"The old title\"\nmsgctxt \"/title\""), po);
        String mended = po.replace("#, fuzzy\n#| msgid \"The old title\"\n", "");
        assertEquals(
                "A \"test\" & <more>",
                Objects.requireNonNull(Po.read(mended).texts().get("/title")).from());
        assertEquals(
                "A \"test\" & <more>",
                Objects.requireNonNull(
                                Xliff.read(xliff.replace("needs-review-translation", "final"))
                                        .texts()
                                        .get("/title"))
                        .from());
    }

    @Test
    void whatAToolBreaksIntoSeveralLinesIsOneText() throws Exception {
        String po = Po.write(flow(), Exchange.fresh(flow(), "de", null));
        String broken =
                po.replace(
                        "msgid \"  spaces  \"\nmsgstr \"\"",
                        "msgid \"\"\n\"  spaces  \"\nmsgstr \"\"\n\"Eins \"\n\"zwei\"");
        assertEquals(
                new Translation.Text("  spaces  ", "Eins zwei"),
                Po.read(broken).texts().get("a/say/1"));
    }

    @Test
    void aTextThatIsGoneIsLeftOutAndANewOneIsEmpty() {
        Translation known =
                new Translation(
                        "test",
                        "de",
                        Map.of(
                                "gone/ask", new Translation.Text("x", "y"),
                                "a/say/1", new Translation.Text("  spaces  ", "Platz")));
        Translation fresh = Exchange.fresh(flow(), "de", known);
        assertEquals(Texts.of(flow()).keySet(), fresh.texts().keySet());
        assertEquals(new Translation.Text("  spaces  ", "Platz"), fresh.texts().get("a/say/1"));
        assertEquals(new Translation.Text("A \"test\" & <more>", ""), fresh.texts().get("/title"));
    }

    @Test
    void aFileThatIsNoneIsToldWithItsLine() {
        ExchangeException xml =
                assertThrows(
                        ExchangeException.class,
                        () -> Xliff.read("<xliff version=\"1.2\">\n<file\n"));
        assertTrue(xml.line() >= 2, String.valueOf(xml.line()));
        assertThrows(ExchangeException.class, () -> Xliff.read("<xliff version=\"2.0\"/>"));
        assertThrows(ExchangeException.class, () -> Xliff.read("<html/>"));
        ExchangeException po =
                assertThrows(
                        ExchangeException.class,
                        () -> Po.read("msgid \"\"\nmsgstr \"\"\nnonsense\n"));
        assertEquals(3, po.line());
        assertThrows(ExchangeException.class, () -> Po.read(""));
    }

    @Test
    void aDocumentTypeIsNotFollowed() {
        String bomb =
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><xliff version=\"1.2\"><file original=\"&a;\" target-language=\"de\"/></xliff>";
        assertThrows(ExchangeException.class, () -> Xliff.read(bomb));
    }
}
