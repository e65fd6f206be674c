package unsaid.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Flag;
import unsaid.flow.Flag.Family;

/// The shipped expressions of one language, read once from the class path.
///
/// A row is `family`, tab, regular expression on [Plain] words; `family?` raises a hint. `not`
/// takes what it finds out of the sentence before the firm families look; `past` makes every
/// finding in its sentence a hint. `=name` defines what `<name>` stands for in later rows; `#`
/// starts a remark.
///
/// @param idioms what means nothing though it sounds like something
/// @param past what says that it was long ago
/// @param families what means danger
record Patterns(List<Pattern> idioms, List<Pattern> past, List<Rule> families) {

    /// An expression and what finding it means.
    record Rule(Flag flag, Pattern pattern) {}

    private static final Map<String, Patterns> READ = new ConcurrentHashMap<>();

    Patterns {
        idioms = List.copyOf(idioms);
        past = List.copyOf(past);
        families = List.copyOf(families);
    }

    /// The expressions for a language tag such as `de` or `de-AT`; the English ones where there are
    /// none.
    static Patterns of(String language) {
        String main = language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return READ.computeIfAbsent(main.equals("de") ? "de" : "en", Patterns::read);
    }

    private static Patterns read(String language) {
        String name = "patterns." + language + ".tsv";
        try (InputStream in = Patterns.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Patterns parse(String rows) {
        List<Pattern> idioms = new ArrayList<>();
        List<Pattern> past = new ArrayList<>();
        List<Rule> families = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (String row : rows.lines().toList()) {
            if (row.isBlank() || row.startsWith("#")) {
                continue;
            }
            String[] cells = row.split("\t", -1);
            if (cells.length != 2) {
                throw new IllegalStateException("a row is a word, a tab and an expression: " + row);
            }
            String expression = spelledOut(cells[1], names);
            if (cells[0].startsWith("=")) {
                names.put('<' + cells[0].substring(1) + '>', expression);
                continue;
            }
            Pattern pattern = Pattern.compile(expression);
            switch (cells[0]) {
                case "not" -> idioms.add(pattern);
                case "past" -> past.add(pattern);
                default -> families.add(new Rule(flag(cells[0]), pattern));
            }
        }
        return new Patterns(idioms, past, families);
    }

    private static String spelledOut(String expression, Map<String, String> names) {
        String spelled = expression;
        for (Map.Entry<String, String> name : names.entrySet()) {
            spelled = spelled.replace(name.getKey(), name.getValue());
        }
        return spelled;
    }

    private static Flag flag(String word) {
        boolean hint = word.endsWith("?");
        String family = hint ? word.substring(0, word.length() - 1) : word;
        @Nullable Family known = null;
        for (Family one : Family.values()) {
            known = one.word().equals(family) ? one : known;
        }
        if (known == null) {
            throw new IllegalStateException("no family is called \"" + family + '"');
        }
        return new Flag(known, hint);
    }
}
