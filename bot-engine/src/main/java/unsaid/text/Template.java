package unsaid.text;

import com.ibm.icu.text.PluralRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Binding;
import unsaid.expression.Expression;
import unsaid.expression.Fault;
import unsaid.expression.Names;
import unsaid.expression.Nearest;
import unsaid.expression.Type;
import unsaid.flow.Flow;
import unsaid.flow.Option;

/// Finds the placeholders of one text.
final class Template {
    private static final int DEPTH = 6;

    /// Most placeholders of one text, those in its phrases included.
    private static final int PLACEHOLDERS = 1_000;

    private final String source;
    private final Locale locale;
    private final Names names;
    private final Map<String, Flow.Phrase> phrases;
    private final Set<String> product;
    private final Set<String> around;
    private final AtomicInteger left;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> written = new TreeSet<>();
    private int at;
    private int depth;

    Template(
            String source,
            Locale locale,
            Names names,
            Map<String, Flow.Phrase> phrases,
            Set<String> product) {
        this(source, locale, names, phrases, product, Set.of(), new AtomicInteger(PLACEHOLDERS));
    }

    /// @param around names of the phrases this text is part of
    /// @param left how many placeholders the whole text may still have
    private Template(
            String source,
            Locale locale,
            Names names,
            Map<String, Flow.Phrase> phrases,
            Set<String> product,
            Set<String> around,
            AtomicInteger left) {
        this.source = source;
        this.locale = locale;
        this.names = names;
        this.phrases = phrases;
        this.product = product;
        this.around = around;
        this.left = left;
    }

    Message.Compiled compile() {
        if (source.length() > Message.LENGTH) {
            fault(
                    0,
                    "over-limit",
                    "a text of " + source.length() + " characters",
                    "make it shorter than " + Message.LENGTH);
            return new Message.Compiled(null, List.copyOf(faults));
        }
        List<Part> parts = parts(null);
        if (faults.isEmpty() && at < source.length()) {
            fault(at, "syntax", "a } without its {", "remove it, or open it before");
        }
        return faults.isEmpty()
                ? new Message.Compiled(new Message(parts, written), List.of())
                : new Message.Compiled(null, List.copyOf(faults));
    }

    /// Up to the end or a closing brace.
    ///
    /// @param counted what `#` stands for; null outside of a plural
    private List<Part> parts(@Nullable Binding counted) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        while (at < source.length() && source.charAt(at) != '}') {
            char c = source.charAt(at);
            if (c == '{') {
                flush(literal, parts);
                Part part = placeholder(counted);
                if (part == null) {
                    return parts;
                }
                parts.add(part);
            } else {
                at++;
                if (c == '#' && counted != null) {
                    flush(literal, parts);
                    parts.add(new Part.Hash(counted.slot(), locale));
                } else {
                    literal.append(c);
                }
            }
        }
        flush(literal, parts);
        return parts;
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private @Nullable Part placeholder(@Nullable Binding counted) {
        int open = at++;
        if (left.decrementAndGet() < 0) {
            return fault(
                    open,
                    "over-limit",
                    "more than " + PLACEHOLDERS + " placeholders, those in its phrases included",
                    "say less at once");
        }
        int end = at;
        while (end < source.length() && "{},".indexOf(source.charAt(end)) < 0) {
            end++;
        }
        int closed = source.indexOf("}}", at);
        if (end == at && end < source.length() && source.charAt(end) == '{' && closed > 0) {
            return fault(
                    open,
                    "syntax",
                    "one { too many",
                    "write one brace only: " + source.substring(at, closed + 1));
        }
        if (end >= source.length() || source.charAt(end) == '{') {
            return fault(open, "syntax", "a { without its }", "close it, as in {mood}");
        }
        String name = source.substring(at, end).strip();
        at = end + 1;
        if (name.isEmpty()) {
            return fault(
                    open, "syntax", "a placeholder without a name", "name an answer, as in {mood}");
        }
        if (source.charAt(end) == '}') {
            return simple(name, open);
        }
        Part part =
                ++depth > DEPTH
                        ? fault(
                                open,
                                "over-limit",
                                "too many braces inside one another",
                                "make two texts of it")
                        : chosen(name, open, counted);
        depth--;
        return part;
    }

    private @Nullable Part simple(String written, int open) {
        this.written.add(written);
        if (phrases.get(written) instanceof Flow.Phrase.Cases(var cases)) {
            return phrase(written, cases, open);
        }
        int dot = written.indexOf('.');
        String name = dot < 0 ? written : written.substring(0, dot);
        String form = dot < 0 ? null : written.substring(dot + 1);
        Binding binding = names.find(name);
        if (binding != null) {
            if (form != null && !hasForm(binding.type(), form)) {
                return fault(
                        open,
                        "unknown-form",
                        "no option of “" + name + "” has the form “" + form + "”",
                        "give the options \"forms\": {\"" + form + "\": …}");
            }
            Message fallback = fallback(written, name);
            return new Part.Answer(
                    written,
                    binding.slot(),
                    form,
                    fallback != null,
                    fallback == null ? Message.literal("") : fallback,
                    locale);
        }
        if (product.contains(written)) {
            return new Part.Product(written);
        }
        if (phrases.get(written) instanceof Flow.Phrase.Fallback(String text)) {
            return new Part.Literal(text);
        }
        Set<String> known = new TreeSet<>(names.all());
        known.addAll(product);
        known.addAll(phrases.keySet());
        String near = Nearest.to(written, known);
        return fault(
                open,
                "unknown-name",
                "nothing is called “" + written + "”",
                near == null
                        ? "use the id of a step, or a name that is set"
                        : "did you mean {" + near + "}?");
    }

    private static boolean hasForm(Type type, String form) {
        List<Option> options =
                switch (type) {
                    case Type.One(var all) -> all;
                    case Type.Many(var all) -> all;
                    default -> List.of();
                };
        return options.isEmpty()
                ? type instanceof Type.One
                        || type instanceof Type.Many
                        || type instanceof Type.Nothing
                : options.stream().anyMatch(option -> option.forms().containsKey(form));
    }

    private @Nullable Message fallback(String written, String name) {
        for (String key : List.of(written, name)) {
            if (phrases.get(key) instanceof Flow.Phrase.Fallback(String text)) {
                return Message.literal(text);
            }
        }
        return null;
    }

    private @Nullable Part phrase(String name, List<Flow.Phrase.Case> cases, int open) {
        if (around.contains(name)) {
            return fault(
                    open,
                    "phrase-loop",
                    "the text “" + name + "” contains itself",
                    "write it without {" + name + "}");
        }
        Set<String> inside = new HashSet<>(around);
        inside.add(name);
        List<Part.Phrase.Case> made = new ArrayList<>();
        for (Flow.Phrase.Case each : cases) {
            var text =
                    new Template(each.text(), locale, names, phrases, product, inside, left)
                            .compile();
            for (Fault fault : text.faults()) {
                if (fault.rule().equals("phrase-loop") || left.get() < 0) {
                    faults.add(
                            new Fault(
                                    open,
                                    name.length(),
                                    fault.rule(),
                                    fault.message(),
                                    fault.wayOut()));
                }
            }
            Expression condition =
                    each.condition() == null
                            ? null
                            : Expression.parse(each.condition(), names).expression();
            Message message = text.message();
            if (message != null && (each.condition() == null || condition != null)) {
                made.add(new Part.Phrase.Case(condition, message));
            }
        }
        return new Part.Phrase(made);
    }

    private @Nullable Part chosen(String name, int open, @Nullable Binding counted) {
        written.add(name);
        String kind = word();
        Binding binding = names.find(name);
        if (binding == null) {
            String near = Nearest.to(name, names.all());
            return fault(
                    open,
                    "unknown-name",
                    "nothing is called “" + name + "”",
                    near == null
                            ? "use the id of a step, or a name that is set"
                            : "did you mean “" + near + "”?");
        }
        boolean plural = kind.equals("plural") || kind.equals("selectordinal");
        if (!plural && !kind.equals("select")) {
            return fault(
                    open,
                    "syntax",
                    "“" + kind + "” is no way to choose a text",
                    "write plural, selectordinal or select");
        }
        if (at < source.length() && source.charAt(at) == ',') {
            at++;
        }
        Map<String, List<Part>> cases = new HashMap<>();
        while (true) {
            String key = word();
            if (at >= source.length()) {
                return fault(open, "syntax", "a { without its }", "close it");
            }
            if (source.charAt(at) == '}') {
                at++;
                break;
            }
            if (key.isEmpty() || source.charAt(at) != '{') {
                return fault(
                        at,
                        "syntax",
                        "a case is written as word {text}",
                        "write for example one {one fear}");
            }
            at++;
            List<Part> inner = parts(plural ? binding : counted);
            if (!faults.isEmpty()) {
                return null;
            }
            if (at >= source.length()) {
                return fault(open, "syntax", "a { without its }", "close it");
            }
            at++;
            cases.put(key, inner);
        }
        if (!cases.containsKey("other")) {
            return fault(open, "syntax", "there is no “other” among the cases", "add other {…}");
        }
        return plural
                ? plural(binding, kind, cases)
                : new Part.Select(binding.slot(), Map.copyOf(cases));
    }

    private Part plural(Binding binding, String kind, Map<String, List<Part>> cases) {
        Map<Double, List<Part>> exact = new HashMap<>();
        Map<String, List<Part>> keywords = new HashMap<>();
        cases.forEach((key, parts) -> {
            if (key.matches("=[0-9]{1,9}")) {
                exact.put(Double.valueOf(key.substring(1)), parts);
            } else {
                keywords.put(key, parts);
            }
        });
        PluralRules.PluralType type =
                kind.equals("plural")
                        ? PluralRules.PluralType.CARDINAL
                        : PluralRules.PluralType.ORDINAL;
        return new Part.Plural(
                binding.slot(),
                PluralRules.forLocale(locale, type),
                Map.copyOf(exact),
                Map.copyOf(keywords));
    }

    /// The next word, with the spaces around it.
    private String word() {
        spaces();
        int from = at;
        while (at < source.length()
                && "{},".indexOf(source.charAt(at)) < 0
                && !Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        String word = source.substring(from, at);
        spaces();
        return word;
    }

    private void spaces() {
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
    }

    private @Nullable Part fault(int offset, String rule, String message, String wayOut) {
        faults.add(new Fault(offset, 1, rule, message, wayOut));
        at = source.length();
        return null;
    }
}
