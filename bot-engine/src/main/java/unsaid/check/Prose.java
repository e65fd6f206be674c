package unsaid.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text as sentences and words. Quotes and marks are no words; a word may have an apostrophe or a
/// hyphen in it.
///
/// @param words in small letters, with a straight apostrophe
/// @param ends for each sentence, the index after its last word
record Prose(String text, List<String> words, List<Integer> ends) {

    static Prose of(String text) {
        List<String> words = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int length = text.length();
        int at = 0;
        while (at < length) {
            char c = text.charAt(at);
            if (Character.isLetterOrDigit(c)) {
                int from = at;
                while (at < length && inWord(text, at)) {
                    at++;
                }
                words.add(text.substring(from, at).replace('’', '\'').toLowerCase(Locale.ROOT));
            } else {
                if ((c == '.' || c == '?' || c == '!' || c == ':' || c == '…')
                        && isNew(words, ends)) {
                    ends.add(words.size());
                }
                at++;
            }
        }
        if (isNew(words, ends)) {
            ends.add(words.size());
        }
        return new Prose(text, words, ends);
    }

    private static boolean isNew(List<String> words, List<Integer> ends) {
        return words.size() > (ends.isEmpty() ? 0 : ends.getLast());
    }

    private static boolean inWord(String text, int at) {
        char c = text.charAt(at);
        boolean joins =
                (c == '\'' || c == '’' || c == '-')
                        && at + 1 < text.length()
                        && Character.isLetterOrDigit(text.charAt(at + 1));
        return joins || Character.isLetterOrDigit(c);
    }

    /// Words of the longest sentence.
    int longestSentence() {
        int longest = 0;
        int from = 0;
        for (int end : ends) {
            longest = Math.max(longest, end - from);
            from = end;
        }
        return longest;
    }

    int questions() {
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            marks += text.charAt(i) == '?' ? 1 : 0;
        }
        return marks;
    }
}
