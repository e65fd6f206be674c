package unsaid.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What another text shares with texts by others.
class OriginalsTest {
    private static Originals.@Nullable Run in(String source, String text) {
        return new Originals(Map.of("source", source), 6).in(text);
    }

    @Test
    void sixWordsInARowAreFoundAndFiveAreNot() {
        String source = "Some nights the quiet between us grows very wide.";
        assertNull(in(source, "Is it that the quiet between us grows wide?"));
        assertEquals(
                new Originals.Run(8, "the quiet between us grows very", "source"),
                in(source, "I think the quiet between us grows very slowly."));
    }

    @Test
    void aRunIsToldAsLongAsItGoesOn() {
        Originals.Run run =
                in(
                        "one two three four five six seven eight nine",
                        "x two three four five six seven eight y");
        assertNotNull(run);
        assertEquals("two three four five six seven eight", run.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Don’t, “ever” – say: it was FINE! | don't ever say it was fine",
                "<p>Don&rsquo;t <b>ever</b> say<br>it&nbsp;was fine</p> | don’t ever say it was fine",
                "Don&#8217;t ever [say](https://example.org/a) *it* _was_ fine | Don’t ever say it was fine",
                "Größer als die Nähe wird Müdigkeit | größer als die nähe wird müdigkeit",
                "nie mehr u\u0308ber das Schwere reden | nie mehr über das Schwere reden",
                "мы так долго молчали об этом | Мы так долго молчали об этом"
            })
    void caseQuotesPunctuationAndMarkupDoNotCount(String source, String text) {
        assertNotNull(in(source, text));
    }

    @Test
    void noRunGoesOverAPlaceholder() {
        assertNull(in("one two three four five six", "one two {three} four five six"));
        assertNotNull(
                in(
                        "one two three four five six",
                        "{n, plural, other {one two three four five six}}"));
    }
}
