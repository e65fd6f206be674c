package unsaid.check;

import java.util.List;
import java.util.function.ToIntFunction;

/// How hard texts are to read, counted together.
final class Reading {
    /// Letters that a long word has more than.
    private static final int LONG = 6;

    private int words;
    private int sentences;
    private int syllables;
    private int single;
    private int many;
    private int lengthy;

    void add(Heard heard) {
        add(heard.reading());
    }

    void add(Reading other) {
        words += other.words;
        sentences += other.sentences;
        syllables += other.syllables;
        single += other.single;
        many += other.many;
        lengthy += other.lengthy;
    }

    int words() {
        return words;
    }

    /// The grade of Flesch and Kincaid (Kincaid and others 1975) for English, `0.39 ·
    /// words/sentences + 11.8 · syllables/words − 15.59`. Syllables are counted by rule, so a grade
    /// is right to about half a year. 0 for a text without words.
    double fleschKincaid() {
        return words == 0 ? 0 : 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    /// The first Wiener Sachtextformel for German (Bamberger and Vanecek 1984), `0.1935 · MS +
    /// 0.1672 · SL + 0.1297 · IW − 0.0327 · ES − 0.875`: percent of words of three syllables or
    /// more, words in a sentence, percent of words of more than six letters, percent of words of
    /// one syllable. A school year, from about 4. 0 for a text without words.
    double wiener() {
        if (words == 0) {
            return 0;
        }
        double percent = 100.0 / words;
        return 0.1935 * many * percent
                + 0.1672 * words / sentences
                + 0.1297 * lengthy * percent
                - 0.0327 * single * percent
                - 0.875;
    }

    static Reading of(Prose prose, ToIntFunction<String> syllables) {
        Reading reading = new Reading();
        reading.words = prose.words().size();
        reading.sentences = prose.ends().size();
        for (String word : prose.words()) {
            int count = syllables.applyAsInt(word);
            reading.syllables += count;
            reading.single += count == 1 ? 1 : 0;
            reading.many += count >= 3 ? 1 : 0;
            reading.lengthy += word.length() > LONG ? 1 : 0;
        }
        return reading;
    }

    static Reading of(List<String> texts, ToIntFunction<String> syllables) {
        Reading all = new Reading();
        texts.forEach(text -> all.add(of(Prose.of(text), syllables)));
        return all;
    }
}
