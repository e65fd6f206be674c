package unsaid.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Env;
import unsaid.expression.Fault;
import unsaid.expression.Names;
import unsaid.flow.Flow;

/// A text with its placeholders found, ready to be said. What a visitor wrote is inserted as it is
/// and never read again, so it cannot become a placeholder. Immutable.
///
/// Placeholders are `{name}`, `{name.form}`, `{name, plural, one {…} other {…}}`, `selectordinal`
/// and `select`, as in ICU messages; apostrophes are ordinary characters.
public final class Message {
    /// Longest text, in characters.
    public static final int LENGTH = 4_000;

    private final Part[] parts;
    private final @Nullable String constant;
    private final Set<String> placeholders;
    private final List<Gap> gaps;

    /// @param placeholders names of its own placeholders, as written
    Message(List<Part> parts, Set<String> placeholders) {
        this.placeholders = Set.copyOf(placeholders);
        this.parts = parts.toArray(Part[]::new);
        this.constant = constant(parts);
        this.gaps = constant == null ? Gaps.of(parts) : List.of();
    }

    private static @Nullable String constant(List<Part> parts) {
        Line all = new Line();
        for (Part part : parts) {
            if (!(part instanceof Part.Literal(String text))) {
                return null;
            }
            if (parts.size() == 1 && Line.isTidy(text)) {
                return text;
            }
            all.own(text);
        }
        return all.text();
    }

    /// @param message null if there are faults
    public record Compiled(@Nullable Message message, List<Fault> faults) {}

    /// @param names what placeholders may name
    /// @param phrases named texts and fallbacks of the flow
    /// @param product names that the product fills
    public static Compiled compile(
            String source,
            Locale locale,
            Names names,
            Map<String, Flow.Phrase> phrases,
            Set<String> product) {
        if (source.length() <= LENGTH && source.indexOf('{') < 0 && source.indexOf('}') < 0) {
            return new Compiled(literal(source), List.of());
        }
        return new Template(source, locale, names, phrases, product).compile();
    }

    /// A text without placeholders.
    public static Message literal(String text) {
        return new Message(List.of(new Part.Literal(text)), Set.of());
    }

    /// The text with everything filled in. Gaps that empty placeholders leave in the author's words
    /// are closed; a visitor's words keep every letter and space.
    ///
    /// @param product what the product says for its own names
    public String render(Env env, Function<String, String> product) {
        if (constant != null) {
            return constant;
        }
        Line line = new Line();
        append(line, env, product);
        return line.text();
    }

    void append(Line out, Env env, Function<String, String> product) {
        for (Part part : parts) {
            part.append(out, env, product);
        }
    }

    /// Whether every answer that it names is given; fallbacks do not count.
    public boolean complete(Env env) {
        for (Part part : parts) {
            if (!part.complete(env)) {
                return false;
            }
        }
        return true;
    }

    /// Whether it always reads the same; rendering it then costs nothing.
    public boolean isConstant() {
        return constant != null;
    }

    /// Names of its placeholders as written, those of its phrases left out.
    public Set<String> placeholders() {
        return placeholders;
    }

    /// A placeholder that says nothing at all while its answer is missing.
    ///
    /// @param written as it stands in the text
    /// @param slot of the answer
    public record Gap(String written, int slot) {}

    /// Placeholders without a fallback, also in the phrases it contains. Left out are those that a
    /// condition of their phrase makes sure of.
    public List<Gap> gaps() {
        return gaps;
    }

    /// Slots of all answers in it, its phrases and their conditions included; one may come twice.
    public void slots(IntConsumer each) {
        if (constant == null) {
            Gaps.slots(List.of(parts), each);
        }
    }

    List<Part> parts() {
        return List.of(parts);
    }
}
