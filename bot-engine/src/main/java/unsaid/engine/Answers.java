package unsaid.engine;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import unsaid.engine.Given.Chosen;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Program.Act;
import unsaid.engine.Program.Tap;
import unsaid.text.Sentences;

/// How an answer reads in a transcript.
final class Answers {
    private static final Tap[] NONE = {};

    private Answers() {}

    /// @param ask null: its question is not there any more
    static String words(Act.@Nullable Ask ask, Given given, String language) {
        Locale locale = Locale.forLanguageTag(language);
        return switch (given) {
            case Chosen chosen -> one(ask, chosen);
            case Given.Several(var chosen) ->
                    Sentences.join(chosen.stream().map(each -> one(ask, each)).toList(), locale);
            case Given.Amount(double number) -> NumberFormat.getInstance(locale).format(number);
            case Given.Written(String text) -> text;
            case Given.Lines(var lines) -> Sentences.join(lines, locale);
            case Given.Piles(var piles) -> {
                List<String> told = new ArrayList<>();
                piles.forEach((bucket, keys) -> {
                    if (!keys.isEmpty()) {
                        List<String> items = keys.stream().map(key -> label(ask, key)).toList();
                        told.add(label(ask, bucket) + ": " + Sentences.join(items, locale));
                    }
                });
                yield String.join("; ", told);
            }
            case Given.Skipped() -> Words.SKIPPED.in(language);
            case Given.NotKnown() -> Words.NOT_KNOWN.in(language);
        };
    }

    private static String one(Act.@Nullable Ask ask, Chosen chosen) {
        return chosen.text() == null || chosen.text().isBlank()
                ? label(ask, chosen.key())
                : chosen.text();
    }

    private static String label(Act.@Nullable Ask ask, String key) {
        for (Tap tap : ask == null ? NONE : ask.taps()) {
            if (tap.option().value().equals(key)) {
                return tap.option().label();
            }
        }
        return key.length() > 1 && key.startsWith("\"") && key.endsWith("\"")
                ? key.substring(1, key.length() - 1)
                : key;
    }
}
