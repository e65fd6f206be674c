package unsaid.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unsaid.format.Dialogs;

/// Who has to have read a flow before it is no preview any more.
class ReviewTest {
    private static final String DONE = "'by': 'A', 'on': '2026-01-31'";

    private static Dialogs.Loaded with(String review) {
        String flow =
                """
                { "flow": "test", "version": 1, "language": "en", "title": "T", "review": { %s },
                  "steps": [ { "id": "end", "end": "done", "say": "Well." } ] }
                """
                        .formatted(review.replace('\'', '"'));
        return Dialogs.read(Map.of("test/flow.json", flow), Dialogs.PRIVACY);
    }

    private static List<String> told(String review) {
        return with(review).findings().stream()
                .filter(found -> found.file().equals("test/flow.json"))
                .map(found -> found.finding().rule() + ": " + found.finding().message())
                .toList();
    }

    @Test
    void aFlowIsReviewedOnceAClinicianAndTwoReadersHaveReadItOneOfWhomHasLivedIt() {
        String review = DONE + ", 'readers': [ { 'name': 'B', 'lived': true }, { 'name': 'C' } ]";
        assertEquals(List.of(), told(review));
        var library = Objects.requireNonNull(with(review).library());
        assertEquals(true, Objects.requireNonNull(library.flow("test")).review().isComplete());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'by': null, 'on': null|nobody has reviewed \"test\" yet",
                "'by': null, 'on': null, 'readers': []|nobody has reviewed \"test\" yet",
                "'by': 'A', 'on': '2026-01-31'|the review of \"test\" lacks two readers, one of whom has lived it",
                "'by': 'A', 'on': '2026-01-31', 'readers': [ { 'name': 'B' } ]|the review of \"test\" lacks a second reader who has lived it",
                "'by': 'A', 'on': '2026-01-31', 'readers': [ { 'name': 'B', 'lived': true } ]|the review of \"test\" lacks a second reader",
                "'by': 'A', 'on': '2026-01-31', 'readers': [ { 'name': 'B' }, { 'name': 'C', 'lived': false } ]|the review of \"test\" lacks a reader who has lived it",
                "'readers': [ { 'name': 'B', 'lived': true }, { 'name': 'C' } ]|the review of \"test\" lacks somebody with a clinician's eye"
            })
    void whatIsStillMissingIsNamed(String review, String missing) {
        assertEquals(
                List.of("unreviewed: " + missing + "; visitors see it as a preview"), told(review));
        var library = Objects.requireNonNull(with(review).library());
        assertEquals(false, Objects.requireNonNull(library.flow("test")).review().isComplete());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'by': 'A', 'on': null|the review says not on which day",
                "'by': 'A', 'on': 'last week'|the review says not on which day",
                "'by': null, 'on': '2026-01-31'|the review says not who read it",
                "'by': ' ', 'on': '2026-01-31'|the review says not who read it",
                "'readers': [ { 'name': ' ', 'lived': true } ]|a reader has no name",
                "'readers': [ { 'name': 'B', 'lived': true }, { 'name': 'B ' } ]|\"B\" stands there as two readers"
            })
    void whatSaysAPartOnlyIsUnclear(String review, String unclear) {
        assertEquals(List.of("review-unclear: " + unclear), told(review));
    }

    @Test
    void aReaderIsAnObjectWithAName() {
        assertEquals(
                List.of("wrong-type: a reader is written as an object { }, not as a text"),
                told(DONE + ", 'readers': [ 'B' ]").stream()
                        .filter(each -> !each.startsWith("unreviewed"))
                        .toList());
        assertEquals(
                List.of("missing-field: \"name\" is missing"),
                told(DONE + ", 'readers': [ { 'lived': true } ]").stream()
                        .filter(each -> !each.startsWith("unreviewed"))
                        .toList());
    }
}
