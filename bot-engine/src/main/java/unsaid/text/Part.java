package unsaid.text;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.PluralRules;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Env;
import unsaid.expression.Expression;
import unsaid.expression.Item;
import unsaid.expression.Value;

/// A piece of a message.
sealed interface Part {
    void append(Line out, Env env, Function<String, String> product);

    default boolean complete(Env env) {
        return true;
    }

    record Literal(String text) implements Part {
        @Override
        public void append(Line out, Env env, Function<String, String> product) {
            out.own(text);
        }
    }

    /// @param written as it stands in the text
    /// @param form which form of an option to use; null: its label
    /// @param covered there is a fallback, be it an empty one
    /// @param fallback what to say while the answer is missing
    record Answer(
            String written,
            int slot,
            @Nullable String form,
            boolean covered,
            Message fallback,
            Locale locale)
            implements Part {
        @Override
        public void append(Line out, Env env, Function<String, String> product) {
            Value value = env.get(slot);
            String text = value == null ? "" : words(value, form, !out.quotes(), locale);
            if (text.isEmpty()) {
                fallback.append(out, env, product);
            } else {
                out.theirs(text);
            }
        }

        @Override
        public boolean complete(Env env) {
            Value value = env.get(slot);
            return value != null && !words(value, form, false, locale).isEmpty();
        }
    }

    record Product(String name) implements Part {
        @Override
        public void append(Line out, Env env, Function<String, String> product) {
            out.own(product.apply(name));
        }
    }

    /// A named phrase: the first case that holds.
    record Phrase(List<Case> cases) implements Part {
        record Case(@Nullable Expression condition, Message text) {}

        @Override
        public void append(Line out, Env env, Function<String, String> product) {
            for (Case each : cases) {
                if (each.condition() == null || each.condition().holds(env)) {
                    each.text().append(out, env, product);
                    return;
                }
            }
        }
    }

    /// @param exact number → its own case, written `=0`
    /// @param keywords plural category (Unicode CLDR) → case; holds `other`
    record Plural(
            int slot,
            PluralRules rules,
            Map<Double, List<Part>> exact,
            Map<String, List<Part>> keywords)
            implements Part {
        private List<Part> chosen(Env env) {
            double number = number(env.get(slot));
            List<Part> chosen = exact.get(number);
            if (chosen == null) {
                chosen = keywords.get(rules.select(number));
            }
            return chosen == null ? keywords.getOrDefault("other", List.of()) : chosen;
        }

        @Override
        public void append(Line out, Env env, Function<String, String> product) {
            for (Part part : chosen(env)) {
                part.append(out, env, product);
            }
        }

        @Override
        public boolean complete(Env env) {
            return env.get(slot) != null && Part.complete(chosen(env), env);
        }
    }

    /// @param cases option value → case; holds `other`
    record Select(int slot, Map<String, List<Part>> cases) implements Part {
        private List<Part> chosen(Env env) {
            String key =
                    switch (env.get(slot)) {
                        case Value.One(Item item) -> item.key();
                        case Value.Truth(boolean is) -> String.valueOf(is);
                        case Value.Words(String text) -> text;
                        case null, default -> "other";
                    };
            return cases.getOrDefault(key, cases.getOrDefault("other", List.of()));
        }

        @Override
        public void append(Line out, Env env, Function<String, String> product) {
            for (Part part : chosen(env)) {
                part.append(out, env, product);
            }
        }

        @Override
        public boolean complete(Env env) {
            return env.get(slot) != null && Part.complete(chosen(env), env);
        }
    }

    /// `#` inside a plural: its number.
    record Hash(int slot, Locale locale) implements Part {
        @Override
        public void append(Line out, Env env, Function<String, String> product) {
            out.own(format(number(env.get(slot)), locale));
        }
    }

    private static boolean complete(List<Part> parts, Env env) {
        for (Part part : parts) {
            if (!part.complete(env)) {
                return false;
            }
        }
        return true;
    }

    /// @param quoted whether a visitor's own words in a list may stand in quotes
    private static String words(Value value, @Nullable String form, boolean quoted, Locale locale) {
        return switch (value) {
            case Value.Words(String text) -> text;
            case Value.One(Item item) -> words(item, form);
            case Value.Many(var items) -> list(items, form, quoted, locale);
            case Value.Num(double number) -> format(number, locale);
            case Value.Truth(boolean is) -> String.valueOf(is);
            case Value.Day(var day) -> {
                DateFormat format = DateFormat.getDateInstance(DateFormat.LONG, locale);
                format.setTimeZone(com.ibm.icu.util.TimeZone.GMT_ZONE);
                yield format.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
            }
            case Value.Sorted(var buckets) ->
                    list(
                            buckets.values().stream()
                                    .flatMap(pile -> pile.items().stream())
                                    .toList(),
                            null,
                            quoted,
                            locale);
            case Value.Rows(var rows) ->
                    list(rows.stream().map(Value.Row::item).toList(), null, quoted, locale);
        };
    }

    private static String words(Item item, @Nullable String form) {
        return form == null ? item.words() : item.form(form);
    }

    /// The visitor's own words stand in quotes where one of them would blur with its neighbours: so
    /// it is plain where each begins and ends.
    private static String list(
            List<Item> items, @Nullable String form, boolean quoted, Locale locale) {
        boolean blurs =
                quoted
                        && items.size() > 1
                        && items.stream()
                                .anyMatch(item -> item.isOwn() && Sentences.blurs(item.words()));
        return Sentences.join(
                items.stream()
                        .map(item ->
                                blurs && item.isOwn()
                                        ? Sentences.quoted(item.words(), locale)
                                        : words(item, form))
                        .filter(text -> !text.isEmpty())
                        .toList(),
                locale);
    }

    static String format(double number, Locale locale) {
        if (number == Math.rint(number)
                && Math.abs(number) < 1_000
                && locale.getLanguage().equals("en")) {
            return String.valueOf((long) number);
        }
        return NumberFormat.getInstance(locale).format(number);
    }

    private static double number(@Nullable Value value) {
        return switch (value) {
            case Value.Num(double number) -> number;
            case Value.Many(var items) -> items.size();
            case Value.Rows(var rows) -> rows.size();
            case Value.One _ -> 1;
            case null, default -> 0;
        };
    }
}
