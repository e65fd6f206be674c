package unsaid.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import unsaid.engine.Conversation;
import unsaid.expression.Item;
import unsaid.expression.Value;

/// What makes two places in talks alike, so that only one of them has to be gone on from: the open
/// question, and what the answers mean for where it goes. Words that somebody wrote mean nothing.
final class Standing {
    private Standing() {}

    /// @param names that count; null: all
    /// @param below where the talk stood when the help it is in was opened; empty: it is in none
    static String of(Conversation conversation, Set<String> names, boolean all, String below) {
        StringBuilder key = new StringBuilder(conversation.open() + "|" + below);
        conversation
                .values()
                .forEach((name, value) -> {
                    if (all || names.contains(name)) {
                        key.append('|').append(name).append('=').append(meaning(value));
                    }
                });
        return key.append('|').append(conversation.log().noted()).toString();
    }

    private static String meaning(Value value) {
        return switch (value) {
            case Value.Truth(boolean is) -> String.valueOf(is);
            case Value.Num(double number) -> String.valueOf(number);
            case Value.Words _ -> "words";
            case Value.Day _ -> "day";
            case Value.One(var item) -> item(item);
            case Value.Many(var items) -> items(items);
            case Value.Sorted(var buckets) ->
                    buckets.entrySet().stream()
                            .map(each -> each.getKey() + ":" + items(each.getValue().items()))
                            .collect(Collectors.joining(";"));
            case Value.Rows(var rows) -> {
                List<String> told = new ArrayList<>();
                for (Value.Row row : rows) {
                    told.add(fields(row.fields()));
                }
                yield told.toString();
            }
        };
    }

    private static String fields(Map<String, Value> fields) {
        return fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + "=" + meaning(each.getValue()))
                .collect(Collectors.joining(","));
    }

    private static String items(List<Item> items) {
        return items.stream().map(Standing::item).collect(Collectors.joining(","));
    }

    private static String item(Item item) {
        return item.option() == null ? "own" : item.key();
    }
}
