package unsaid.safety;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which of many expressions can stand in a sentence at all, told in one pass over its characters.
/// May name one that does not stand there, never leaves out one that does. Made ready when it is
/// first asked; threads may race, they make the same.
final class Sieve {
    private final List<Expression> expressions;
    private volatile @Nullable Needed needed;

    /// What each needle makes possible, and what has to be looked at without one.
    private record Needed(Map<String, BitSet> needles, BitSet always) {}

    /// @param expressions named by their place in this list
    Sieve(List<Expression> expressions) {
        this.expressions = expressions;
    }

    BitSet possible(String sentence) {
        Needed known = needed();
        BitSet possible = (BitSet) known.always().clone();
        for (int from = 0; from < sentence.length(); from++) {
            int last = Math.min(sentence.length(), from + Needles.LONGEST);
            for (int to = from + Needles.SHORTEST; to <= last; to++) {
                BitSet found = known.needles().get(sentence.substring(from, to));
                if (found != null) {
                    possible.or(found);
                }
            }
        }
        return possible;
    }

    /// How many expressions have to look at every sentence.
    int always() {
        return needed().always().cardinality();
    }

    private Needed needed() {
        Needed known = needed;
        if (known == null) {
            known = read();
            needed = known;
        }
        return known;
    }

    private Needed read() {
        Map<String, BitSet> needles = new HashMap<>();
        BitSet always = new BitSet();
        for (int place = 0; place < expressions.size(); place++) {
            Set<String> any = Needles.of(expressions.get(place).source());
            if (any == null) {
                always.set(place);
                continue;
            }
            for (String needle : any) {
                needles.computeIfAbsent(needle, fresh -> new BitSet()).set(place);
            }
        }
        return new Needed(needles, always);
    }
}
