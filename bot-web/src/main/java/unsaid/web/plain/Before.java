package unsaid.web.plain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Given;
import unsaid.web.http.form.Form;

/// What stands in the fields of a question when it is shown: what was typed and could not be taken,
/// or an earlier answer. Immutable.
///
/// @param picked keys of options and items, in order; each with the words that came with it
/// @param lines what was written, a number and a day too
/// @param piles item → where it was put
record Before(Map<String, String> picked, List<String> lines, Map<String, String> piles) {
    static final Before NOTHING = new Before(Map.of(), List.of(), Map.of());

    static Before of(@Nullable Given earlier) {
        return switch (earlier) {
            case null -> NOTHING;
            case Given.Chosen chosen -> picked(List.of(chosen));
            case Given.Several(var all) -> picked(all);
            case Given.Amount(double number) -> lines(List.of(Numbers.text(number)));
            case Given.Written(String words) -> lines(List.of(words));
            case Given.Lines(var lines) -> lines(lines);
            case Given.Piles(var piles) -> {
                Map<String, String> places = new LinkedHashMap<>();
                piles.forEach((pile, items) -> items.forEach(item -> places.put(item, pile)));
                yield new Before(Map.of(), List.of(), places);
            }
            case Given.Skipped _, Given.NotKnown _ -> NOTHING;
        };
    }

    /// What a form brought along.
    static Before of(Form form) {
        Map<String, String> picked = new LinkedHashMap<>();
        form.all(Fields.VALUE).forEach(key -> picked.put(key, form.get(Fields.WORDS + key)));
        Map<String, String> piles = new LinkedHashMap<>();
        for (String name : form.names()) {
            if (name.startsWith(Fields.WORDS) && !form.get(name).isBlank()) {
                picked.put(name.substring(Fields.WORDS.length()), form.get(name));
            } else if (name.startsWith(Fields.PILE)) {
                piles.put(name.substring(Fields.PILE.length()), form.get(name));
            }
        }
        return new Before(picked, form.all(Fields.LINE), piles);
    }

    private static Before picked(List<Given.Chosen> all) {
        Map<String, String> picked = new LinkedHashMap<>();
        all.forEach(each -> picked.put(each.key(), each.text() == null ? "" : each.text()));
        return new Before(picked, List.of(), Map.of());
    }

    private static Before lines(List<String> lines) {
        return new Before(Map.of(), lines, Map.of());
    }

    boolean has(String key) {
        return picked.containsKey(key);
    }

    String words(String key) {
        return picked.getOrDefault(key, "");
    }

    /// The key at a place, from 0; empty if there is none.
    String at(int place) {
        List<String> keys = new ArrayList<>(picked.keySet());
        return place < keys.size() ? keys.get(place) : "";
    }

    /// What was written, of several lines the one at a place; empty if there is none.
    String line(int place) {
        return place < lines.size() ? lines.get(place) : "";
    }
}
