package unsaid.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Nearest;
import unsaid.flow.Finding;
import unsaid.flow.Pointer;
import unsaid.flow.Rule;

/// Reads the fields of one JSON object and tells everything that is not as it should be, without
/// stopping: a field of the wrong kind counts as missing. Fields nobody asked for are told by
/// [#done].
final class Fields {
    private static final String NOTE = "note";

    private final Json.Obj object;
    private final Pointer pointer;
    private final List<Finding> findings;
    private final List<String> read = new ArrayList<>(24);
    private final boolean lost;

    Fields(Json json, Pointer pointer, String what, List<Finding> findings) {
        this(json, pointer, what, "put it in { }", findings);
    }

    /// @param wayOut what to do where it is no object; an example shows all that it takes
    Fields(Json json, Pointer pointer, String what, String wayOut, List<Finding> findings) {
        this.pointer = pointer;
        this.findings = findings;
        if (json instanceof Json.Obj obj) {
            this.object = obj;
            this.lost = false;
        } else {
            this.object = Json.empty();
            this.lost = true;
            findings.add(
                    Finding.of(
                            Rule.WRONG_TYPE,
                            pointer,
                            what + " is written as an object { }, not as " + json.word(),
                            wayOut));
        }
    }

    Pointer pointer() {
        return pointer;
    }

    Pointer pointer(String name) {
        return pointer.in(name);
    }

    boolean has(String name) {
        return object.members().containsKey(name);
    }

    @Nullable Json get(String name) {
        read.add(name);
        Json.Member member = object.members().get(name);
        return member == null ? null : member.value();
    }

    /// Whether the field holds a text, be it an empty one.
    boolean isText(String name) {
        return get(name) instanceof Json.Str;
    }

    /// Tells the fields that are not known here.
    void done() {
        for (String name : object.members().keySet()) {
            if (!name.equals(NOTE) && !read.contains(name)) {
                read.add(NOTE);
                findings.add(unknown(name, Nearest.to(name, read), pointer(name)));
            }
        }
    }

    /// @param near what may be meant; null: nobody can tell
    static Finding unknown(String name, @Nullable String near, Pointer place) {
        return Finding.onKey(
                Rule.UNKNOWN_FIELD,
                place,
                "\"" + name + "\" is not known here",
                near == null
                        ? "remove it; \"note\" is for remarks"
                        : "did you mean \"" + near + "\"? For a remark use \"note\"");
    }

    void wrong(String name, Json value, String wanted) {
        findings.add(
                Finding.of(
                        Rule.WRONG_TYPE,
                        pointer(name),
                        "\"" + name + "\" is " + value.word(),
                        "write " + wanted));
    }

    void bad(String name, String message, String wayOut) {
        findings.add(Finding.of(Rule.BAD_VALUE, pointer(name), message, wayOut));
    }

    /// A word that is none of those that may stand there.
    ///
    /// @param otherwise the way out where nobody can tell which was meant
    /// @return the one that was probably meant; null if nobody can tell
    @Nullable String strange(
            String name, String message, String word, Collection<String> known, String otherwise) {
        String near = Nearest.to(word, known);
        bad(name, message, near == null ? otherwise : "did you mean \"" + near + "\"?");
        return near;
    }

    /// Two limits that cannot both hold.
    void contradiction(String name, String message, String wayOut) {
        findings.add(Finding.of(Rule.CONTRADICTION, pointer(name), message, wayOut));
    }

    /// Of what is no object at all, nothing else is told.
    void missing(String name, String wayOut) {
        if (!lost) {
            findings.add(
                    Finding.of(Rule.MISSING_FIELD, pointer, "\"" + name + "\" is missing", wayOut));
        }
    }

    /// The object has fields that belong to another, which is missing.
    void lacks(String name, List<String> ofIt) {
        String one = ofIt.stream().filter(this::has).findFirst().orElse(name);
        ofIt.forEach(this::get);
        missing(name, "\"" + one + "\" belongs to a step with \"" + name + "\": write that too");
    }

    /// Whether the field is there and is something else than a list.
    boolean isNoList(String name) {
        return has(name) && !(get(name) instanceof Json.Arr);
    }

    /// A text that is shown as it stands.
    @Nullable String plain(String name) {
        String text = text(name);
        plain(text, pointer(name), "say it without a placeholder, or where one can stand");
        return text;
    }

    void plain(@Nullable String text, Pointer place, String wayOut) {
        int brace = text == null ? -1 : text.indexOf('{');
        if (brace >= 0) {
            findings.add(
                    Finding.at(
                            Rule.SYNTAX,
                            place,
                            brace,
                            "nothing is filled in here: the { would be shown as it stands",
                            wayOut));
        }
    }

    @Nullable String text(String name) {
        Json value = get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Json.Str(_, String text)) {
            return text;
        }
        wrong(name, value, "a text in double quotes");
        return null;
    }

    String text(String name, String wayOut) {
        String text = text(name);
        if (text == null && !has(name)) {
            missing(name, wayOut);
        }
        return text == null ? "" : text;
    }

    int whole(String name, int missing, int min, int max) {
        Json value = get(name);
        if (value == null) {
            return missing;
        }
        if (!(value instanceof Json.Num(_, double number)) || number != Math.rint(number)) {
            wrong(name, value, "a whole number");
            return missing;
        }
        if (number < min || number > max) {
            bad(
                    name,
                    "\"" + name + "\" is " + (long) number,
                    "write a number from " + min + " to " + max);
            return missing;
        }
        return (int) number;
    }

    @Nullable Double number(String name) {
        Json value = get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Json.Num(_, double number)) {
            return number;
        }
        wrong(name, value, "a number");
        return null;
    }

    boolean truth(String name) {
        Json value = get(name);
        if (value == null) {
            return false;
        }
        if (value instanceof Json.Bool(_, boolean is)) {
            return is;
        }
        wrong(name, value, "true or false, without quotes");
        return false;
    }

    /// One text or a list of texts.
    List<String> texts(String name) {
        Json value = get(name);
        return switch (value) {
            case null -> List.of();
            case Json.Str(_, String text) -> List.of(text);
            case Json.Arr(_, var items) -> {
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < items.size(); i++) {
                    if (items.get(i) instanceof Json.Str(_, String text)) {
                        texts.add(text);
                    } else {
                        wrong(name, items.get(i), "texts in double quotes");
                    }
                }
                yield texts;
            }
            default -> {
                wrong(name, value, "a text, or a list of texts");
                yield List.of();
            }
        };
    }

    /// Topics of help cards, one or a list. One that nobody helps with would show nothing.
    List<String> topics(String name, Collection<String> known) {
        List<String> topics = texts(name);
        for (String topic : topics) {
            if (!known.contains(topic)) {
                strange(
                        name,
                        "nobody in helplines.json helps with \"" + topic + "\"",
                        topic,
                        known,
                        "write one of " + String.join(", ", known));
            }
        }
        return topics;
    }

    /// Every item of a list, made by `make` from its JSON and its pointer.
    <T> List<T> list(String name, boolean oneAllowed, BiFunction<Json, Pointer, @Nullable T> make) {
        Json value = get(name);
        if (value == null) {
            return List.of();
        }
        List<T> made = new ArrayList<>();
        switch (value) {
            case Json.Arr(_, var items) -> {
                Pointer list = pointer(name);
                for (int i = 0; i < items.size(); i++) {
                    T one = make.apply(items.get(i), list.in(i));
                    if (one != null) {
                        made.add(one);
                    }
                }
            }
            default -> {
                if (oneAllowed) {
                    T one = make.apply(value, pointer(name));
                    if (one != null) {
                        made.add(one);
                    }
                } else {
                    wrong(name, value, "a list [ ]");
                }
            }
        }
        return made;
    }

    /// Name → text. Numbers, true and false count as texts where `loose`.
    Map<String, String> map(String name, boolean loose) {
        Json value = get(name);
        if (value == null) {
            return Map.of();
        }
        Map<String, String> map = new LinkedHashMap<>();
        if (value instanceof Json.Obj(_, var members)) {
            members.forEach((key, member) -> {
                switch (member.value()) {
                    case Json.Str(_, String text) -> map.put(key, text);
                    case Json.Bool(_, boolean is) when loose -> map.put(key, String.valueOf(is));
                    case Json.Num(_, double number) when loose ->
                            map.put(
                                    key,
                                    number == Math.rint(number)
                                            ? String.valueOf((long) number)
                                            : String.valueOf(number));
                    default ->
                            findings.add(
                                    Finding.of(
                                            Rule.WRONG_TYPE,
                                            pointer(name).in(key),
                                            "\"" + key + "\" is " + member.value().word(),
                                            "write a text in double quotes"));
                }
            });
        } else {
            wrong(name, value, "an object { }");
        }
        return map;
    }
}
