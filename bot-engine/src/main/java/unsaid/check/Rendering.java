package unsaid.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Readings;
import unsaid.expression.Env;
import unsaid.expression.Item;
import unsaid.expression.Type;
import unsaid.expression.Value;
import unsaid.flow.Option;
import unsaid.text.Message;

/// A text as it reads for somebody who skipped everything, and for somebody who answered
/// everything.
final class Rendering {
    private static final Map<String, String> PRODUCT =
            Map.of(
                    "emergency", "999",
                    "silent", "",
                    "crisis", "call 116 123",
                    "privacy", "What you write is kept locked.",
                    "next", "Naming hopes");

    private static final Map<String, String> GERMAN =
            Map.of(
                    "emergency", "die 112",
                    "silent", "",
                    "crisis", "ruf die 116 123 an",
                    "privacy", "Was du schreibst, bleibt verschlossen.",
                    "next", "Was ich mir erhoffe");

    private final Env full;
    private final Map<String, String> product;

    /// @param language BCP 47 tag of the texts
    Rendering(Readings readings, String language) {
        this.product =
                Locale.forLanguageTag(language).getLanguage().equals("de") ? GERMAN : PRODUCT;
        List<@Nullable Value> values = new ArrayList<>();
        for (String name : readings.names().all()) {
            var binding = readings.names().find(name);
            if (binding != null) {
                while (values.size() <= binding.slot()) {
                    values.add(null);
                }
                values.set(binding.slot(), sample(binding.type()));
            }
        }
        this.full = slot -> slot < values.size() ? values.get(slot) : null;
    }

    /// @param empty nothing is answered; fallbacks stand in. Where a placeholder has none, its
    ///   answer is needed, and this is the same as `full`
    /// @param full everything is answered
    record Both(String empty, String full) {}

    /// @return null if the text cannot be read
    @Nullable Both of(Wording wording) {
        if (!wording.hasPlaceholders()) {
            return new Both(wording.text(), wording.text());
        }
        Message message = wording.message();
        if (message == null) {
            return null;
        }
        String full = message.render(this.full, this::product);
        boolean needed = !message.gaps().isEmpty();
        return new Both(needed ? full : message.render(_ -> null, this::product), full);
    }

    private String product(String name) {
        return product.getOrDefault(name, "");
    }

    private static @Nullable Value sample(Type type) {
        return switch (type) {
            case Type.Truth _ -> Value.Truth.of(true);
            case Type.Num _ -> new Value.Num(3);
            case Type.Words _ -> new Value.Words("my own words");
            case Type.Day _ -> null;
            case Type.One(var options) -> new Value.One(item(options, 0));
            case Type.Many(var options) ->
                    new Value.Many(List.of(item(options, 0), item(options, options.size() - 1)));
            case Type.Sorted _, Type.Rows _, Type.Row _ -> null;
        };
    }

    private static Item item(List<Option> options, int at) {
        return options.isEmpty() ? Item.of("my own words") : Item.of(options.get(at), null);
    }
}
