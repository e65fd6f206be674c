package unsaid.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Flag;
import unsaid.flow.Flag.Family;

/// The shipped expressions of one language, read once from the class path.
///
/// A row is `family`, tab, regular expression on [Plain] words; `family?` raises a hint. `not`
/// takes what it finds out of the sentence before the firm families look; `past` makes every
/// finding in its sentence a hint. `=name` defines what `<name>` stands for; `#` starts a remark.
/// `slip` lists `wrong=right` spellings and `word` long words that are recognised one slip away,
/// parted by spaces.
///
/// @param idioms what means nothing though it sounds like something
/// @param past what says that it was long ago
/// @param families what means danger
/// @param spelling what is put right before anything is looked for
/// @param sieve which expressions can stand in a sentence: places of `idioms`, `past`, `families`
record Patterns(
        List<Expression> idioms,
        List<Expression> past,
        List<Rule> families,
        Spelling spelling,
        Sieve sieve) {

    /// An expression and what finding it means.
    record Rule(Flag flag, Expression expression) {}

    /// Languages that there are expressions for.
    static final List<String> LANGUAGES = List.of("en", "de");

    private static final Map<String, Patterns> READ = new ConcurrentHashMap<>();

    Patterns {
        idioms = List.copyOf(idioms);
        past = List.copyOf(past);
        families = List.copyOf(families);
    }

    /// The expressions for a language tag such as `de` or `de-AT`; the English ones where there are
    /// none.
    static Patterns of(String language) {
        Patterns known = READ.get(language);
        if (known != null) {
            return known;
        }
        String main = language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return READ.computeIfAbsent(LANGUAGES.contains(main) ? main : "en", Patterns::read);
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
        List<Expression> idioms = new ArrayList<>();
        List<Expression> past = new ArrayList<>();
        List<String> slips = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<Rule> families = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (String row : rows.lines().toList()) {
            if (row.isBlank() || row.startsWith("#")) {
                continue;
            }
            String[] cells = row.split("\t", -1);
            if (cells.length != 2) {
                throw new IllegalStateException("a row is a word, a tab and an expression: " + row);
            }
            String expression = cells[1];
            if (cells[0].startsWith("=")) {
                names.put(cells[0].substring(1), expression);
                continue;
            }
            switch (cells[0]) {
                case "slip" -> slips.addAll(List.of(expression.split(" ")));
                case "word" -> words.addAll(List.of(expression.split(" ")));
                case "not" -> idioms.add(new Expression(expression, names));
                case "past" -> past.add(new Expression(expression, names));
                default ->
                        families.add(new Rule(flag(cells[0]), new Expression(expression, names)));
            }
        }
        List<Expression> all = new ArrayList<>(idioms);
        all.addAll(past);
        families.forEach(rule -> all.add(rule.expression()));
        return new Patterns(
                idioms, past, families, new Spelling(slips, words), new Sieve(List.copyOf(all)));
    }

    /// How many expressions there are.
    int size() {
        return idioms.size() + past.size() + families.size();
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
