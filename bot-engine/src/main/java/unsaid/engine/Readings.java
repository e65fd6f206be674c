package unsaid.engine;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import unsaid.expression.Expression;
import unsaid.expression.Names;
import unsaid.flow.Flow;
import unsaid.text.Message;

/// What the conditions, values and texts of one flow mean. Each is read once, however often it
/// stands in the flow. Not for several threads at once.
public final class Readings {
    private final Naming names;
    private final Set<String> handed;
    private final Locale locale;
    private final Map<String, Flow.Phrase> phrases;
    private final Map<String, Expression.Parsed> expressions;
    private final Map<String, Message.Compiled> messages = new HashMap<>();

    Readings(Flow flow, Neighbours known) {
        this.names = new Naming(flow, known);
        this.handed = known.handed(flow.id());
        this.expressions = names.known();
        this.locale = Locale.forLanguageTag(flow.language());
        this.phrases = flow.phrases();
    }

    /// @param known id → flow, all of the folder
    public static Readings of(Flow flow, Map<String, Flow> known) {
        return new Readings(flow, new Neighbours(known));
    }

    /// The names of the flow.
    public Names names() {
        return names;
    }

    /// Names that flows hand in which call this one.
    public Set<String> handed() {
        return handed;
    }

    Naming naming() {
        return names;
    }

    /// A condition or a value.
    public Expression.Parsed expression(String source) {
        return expressions.computeIfAbsent(source, text -> Expression.parse(text, names));
    }

    /// A text with its placeholders.
    public Message.Compiled message(String source) {
        if (source.indexOf('{') < 0) {
            return Message.compile(source, locale, names, phrases, Compiler.PRODUCT);
        }
        return messages.computeIfAbsent(
                source, text -> Message.compile(text, locale, names, phrases, Compiler.PRODUCT));
    }

    /// The same text in another language.
    public Message.Compiled message(String source, Locale other) {
        return Message.compile(source, other, names, phrases, Compiler.PRODUCT);
    }
}
