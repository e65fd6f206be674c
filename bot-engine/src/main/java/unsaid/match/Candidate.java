package unsaid.match;

import java.util.ArrayList;
import java.util.List;
import unsaid.expression.Item;
import unsaid.flow.Option;

/// Something that can be named: an option or an item.
///
/// @param key what stands for it in an answer
/// @param names its label, value and phrases, comparable; the label first
record Candidate(String key, List<String> names) {

    static List<Candidate> ofOptions(List<Option> options) {
        return options.stream().map(option -> of(option.value(), option.label(), option)).toList();
    }

    static List<Candidate> ofItems(List<Item> items) {
        return items.stream()
                .map(item ->
                        item.option() == null
                                ? new Candidate(item.key(), List.of(Tidy.key(item.words())))
                                : of(item.key(), item.words(), item.option()))
                .toList();
    }

    private static Candidate of(String key, String label, Option option) {
        List<String> names = new ArrayList<>();
        names.add(Tidy.key(label));
        names.add(Tidy.key(option.label()));
        option.phrases().forEach(phrase -> names.add(Tidy.key(phrase)));
        names.add(Tidy.key(option.value()));
        names.add(option.value().replace('-', ' '));
        return new Candidate(
                key, names.stream().filter(name -> !name.isEmpty()).distinct().toList());
    }

    boolean isCalled(String key) {
        return names.contains(key);
    }

    String label() {
        return names.isEmpty() ? "" : names.getFirst();
    }
}
