package unsaid.safety;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a text must contain for a regular expression to stand in it: one of these strings. Most
/// sentences hold none of the words of most expressions, so looking for the words first spares
/// nearly all the work. Reads the part of the regular language that the shipped files use; of what
/// it does not know it claims nothing.
final class Needles {
    /// No needle is longer than this: the beginning of a longer one does.
    static final int LONGEST = 9;

    /// No needle is shorter than this: it would stand in every sentence.
    static final int SHORTEST = 3;

    private static final int MOST_JOINED = 400;
    private static final int MOST = 4_000;

    private final String source;
    private int at;

    private Needles(String source) {
        this.source = source;
    }

    /// The strings of which one must occur; null: nothing is known, so it has to be looked at.
    static @Nullable Set<String> of(String expression) {
        Needles reader = new Needles(expression);
        Part part = reader.choice();
        Set<String> needed = part.needed();
        return reader.at == expression.length() && shortest(needed) >= SHORTEST ? needed : null;
    }

    /// What is known of a part of an expression.
    ///
    /// @param whole the beginnings of all strings it can be; null: too many to tell
    /// @param some strings of which each of its matches contains one; null: none known
    private record Part(@Nullable Set<String> whole, @Nullable Set<String> some) {
        static final Part NOTHING = new Part(Set.of(""), null);
        static final Part ANYTHING = new Part(null, null);

        @Nullable Set<String> needed() {
            return whole != null ? better(whole, some) : some;
        }
    }

    private Part choice() {
        Part first = sequence();
        if (!sees('|')) {
            return first;
        }
        Set<String> whole = first.whole() == null ? null : new HashSet<>(first.whole());
        Set<String> some = first.needed() == null ? null : new HashSet<>(first.needed());
        while (sees('|')) {
            at++;
            Part next = sequence();
            whole = union(whole, next.whole());
            some = union(some, next.needed());
        }
        return new Part(whole, some);
    }

    private Part sequence() {
        Set<String> run = Set.of("");
        boolean wholly = true;
        Set<String> best = null;
        while (at < source.length() && !sees('|') && !sees(')')) {
            Part item = repeated(item());
            Set<String> longer = product(run, item.whole());
            if (longer != null) {
                run = longer;
                continue;
            }
            wholly = false;
            best = better(better(run, best), item.some());
            run = item.whole() == null ? Set.of("") : item.whole();
        }
        return wholly ? new Part(run, null) : new Part(null, better(run, best));
    }

    private Part item() {
        char read = source.charAt(at++);
        return switch (read) {
            case '(' -> group();
            case '[' -> {
                at = behind(']');
                yield Part.ANYTHING;
            }
            case '\\' -> source.charAt(at++) == 'b' ? Part.NOTHING : Part.ANYTHING;
            case '^', '$' -> Part.NOTHING;
            case '.' -> Part.ANYTHING;
            default -> new Part(Set.of(beginning(letters())), null);
        };
    }

    /// The letter just read, with all that follow it and are not repeated.
    private String letters() {
        int from = at - 1;
        while (at < source.length()
                && isLetter(source.charAt(at))
                && (at + 1 == source.length() || "?*+{".indexOf(source.charAt(at + 1)) < 0)) {
            at++;
        }
        return source.substring(from, at);
    }

    private static boolean isLetter(char read) {
        return Character.isLetterOrDigit(read) || read == ' ';
    }

    private Part group() {
        boolean looksAround = false;
        if (sees('?')) {
            looksAround = source.charAt(at + 1) != ':';
            at += source.startsWith("?<", at) ? 3 : 2;
        }
        Part inside = choice();
        at++;
        return looksAround ? Part.NOTHING : inside;
    }

    private Part repeated(Part item) {
        Part part = item;
        if (sees('?')) {
            at++;
            part = new Part(union(item.whole(), Set.of("")), null);
        } else if (sees('*')) {
            at++;
            part = Part.ANYTHING;
        } else if (sees('+')) {
            at++;
            part = new Part(null, item.needed());
        } else if (sees('{')) {
            part = source.charAt(at + 1) == '0' ? Part.ANYTHING : new Part(null, item.needed());
            at = behind('}');
        } else {
            return part;
        }
        if (sees('?') || sees('+')) {
            at++;
        }
        return part;
    }

    /// The place behind the next such sign; the end if there is none.
    private int behind(char sign) {
        int found = source.indexOf(sign, at);
        return found < 0 ? source.length() : found + 1;
    }

    private boolean sees(char expected) {
        return at < source.length() && source.charAt(at) == expected;
    }

    private static @Nullable Set<String> union(
            @Nullable Set<String> some, @Nullable Set<String> others) {
        if (some == null || others == null || some.size() + others.size() > MOST) {
            return null;
        }
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /// All heads with all tails, of which the beginnings are enough.
    private static @Nullable Set<String> product(Set<String> heads, @Nullable Set<String> tails) {
        if (tails != null && shortest(heads) == LONGEST) {
            return heads;
        }
        if (tails == null || heads.size() * tails.size() > MOST_JOINED) {
            return null;
        }
        Set<String> all = new HashSet<>();
        for (String head : heads) {
            for (String tail : tails) {
                all.add(head.length() < LONGEST ? beginning(head + tail) : head);
            }
        }
        return all;
    }

    /// Of two sets of which a match contains something, the one that tells more.
    private static @Nullable Set<String> better(
            @Nullable Set<String> some, @Nullable Set<String> others) {
        int one = shortest(some);
        int other = shortest(others);
        return one > other || (one == other && size(some) <= size(others)) ? some : others;
    }

    private static int size(@Nullable Set<String> strings) {
        return strings == null ? Integer.MAX_VALUE : strings.size();
    }

    private static int shortest(@Nullable Set<String> strings) {
        if (strings == null) {
            return -1;
        }
        int shortest = LONGEST;
        for (String string : strings) {
            shortest = Math.min(shortest, string.length());
        }
        return shortest;
    }

    private static String beginning(String string) {
        return string.length() <= LONGEST ? string : string.substring(0, LONGEST);
    }
}
