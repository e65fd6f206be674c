package unsaid.safety;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A regular expression that is made ready when it first reads something: most conversations are
/// tapped, and starting a server should not wait for what only typed words need. Threads may race
/// to make it ready; they make the same.
final class Expression {
    private final String source;
    private final Map<String, String> names;
    private volatile @Nullable Pattern pattern;

    /// @param names what stands for `<name>`; kept, not copied
    Expression(String source, Map<String, String> names) {
        this.source = source;
        this.names = names;
    }

    boolean isIn(CharSequence sentence) {
        return ready().matcher(sentence).find();
    }

    /// The sentence with each place where this stands replaced.
    String replacedIn(CharSequence sentence, String by) {
        return ready().matcher(sentence).replaceAll(by);
    }

    /// Makes it ready.
    ///
    /// @throws java.util.regex.PatternSyntaxException if it is none
    Pattern ready() {
        Pattern known = pattern;
        if (known == null) {
            known = Pattern.compile(source());
            pattern = known;
        }
        return known;
    }

    /// As a regular expression, without names.
    String source() {
        return spelledOut(source);
    }

    /// A name may stand for others that were defined before it.
    private String spelledOut(String expression) {
        StringBuilder spelled = new StringBuilder();
        int from = 0;
        for (int open = expression.indexOf('<');
                open >= 0;
                open = expression.indexOf('<', open + 1)) {
            int close = expression.indexOf('>', open);
            String meaning = close < 0 ? null : names.get(expression.substring(open + 1, close));
            if (meaning != null) {
                spelled.append(expression, from, open).append(spelledOut(meaning));
                from = close + 1;
            }
        }
        return spelled.append(expression, from, expression.length()).toString();
    }
}
