package unsaid.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing that an expression would find may be kept from it.
class SieveTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyExpressionThatStandsInASentenceIsLetThrough(String language) {
        Patterns patterns = Patterns.of(language);
        List<Expression> all = all(patterns);
        List<String> kept = new ArrayList<>();
        int found = 0;
        for (String sentence : sentences(language)) {
            BitSet possible = patterns.sieve().possible(sentence);
            for (int place = 0; place < all.size(); place++) {
                if (all.get(place).isIn(sentence)) {
                    found++;
                    if (!possible.get(place)) {
                        kept.add(place + ": " + all.get(place).source());
                    }
                }
            }
        }
        assertEquals(List.of(), kept);
        assertTrue(found > 100, found + " found");
    }

    /// Also says that every shipped expression is sound, as they are made ready one by one.
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void hardlyAnyExpressionLooksAtEverySentence(String language) {
        Patterns patterns = Patterns.of(language);
        all(patterns).forEach(Expression::ready);
        assertTrue(patterns.sieve().always() <= 3, patterns.sieve().always() + " always look");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "abc => abc",
                "abc|defg => abc defg",
                "(?:he|she) hits me => he_hits_m she_hits_",
                "(?:he|she)(?: \\w+){0,3} hits => _hits",
                "abcd(?: efgh)? => abcd abcd_efgh",
                "abc(?! def) ghi => abc_ghi",
                "kill(?:s|ed)? me\\b => kill_me kills_me killed_me",
                "xy(?<!ab)z[abc]+ => xyz",
                "abcdefghijk => abcdefghi"
            })
    void whatAnExpressionNeedsIsReadFromIt(String expression, String needles) {
        Set<String> expected = Set.of(needles.replace('_', '.').split(" "));
        Set<String> read = Objects.requireNonNull(Needles.of(expression), expression);
        assertEquals(
                expected,
                Set.copyOf(read.stream().map(needle -> needle.replace(' ', '.')).toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a|bcd", "(?:abc)?", "\\w+ab", "a b*", "[abc]{3}", "abc|\\w+"})
    void whatCannotBeToldIsNotClaimed(String expression) {
        assertNull(Needles.of(expression));
    }

    @Test
    void anExpressionIsLookedForWithoutANeedleWhereNoneIsKnown() {
        Sieve sieve =
                new Sieve(
                        Stream.of("\\bno\\b", "never")
                                .map(source -> new Expression(source, java.util.Map.of()))
                                .toList());
        assertEquals(BitSet.valueOf(new long[] {1}), sieve.possible("hello"));
        assertEquals(BitSet.valueOf(new long[] {3}), sieve.possible("as never before"));
    }

    private static List<Expression> all(Patterns patterns) {
        List<Expression> all = new ArrayList<>(patterns.idioms());
        all.addAll(patterns.past());
        patterns.families().forEach(rule -> all.add(rule.expression()));
        return all;
    }

    private static List<String> sentences(String language) {
        List<String> sentences = new ArrayList<>();
        for (String half : List.of("own.", "held-back.")) {
            String table = "corpus/" + half + language + ".tsv";
            try (InputStream in =
                    Objects.requireNonNull(SieveTest.class.getResourceAsStream(table), table)) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains("\t"))
                        .map(line -> line.substring(line.indexOf('\t') + 1))
                        .forEach(text -> sentences.addAll(Plain.sentences(text, 400)));
            } catch (IOException unreadable) {
                throw new AssertionError(unreadable);
            }
        }
        return sentences;
    }
}
