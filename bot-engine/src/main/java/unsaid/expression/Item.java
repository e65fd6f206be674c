package unsaid.expression;

import org.jspecify.annotations.Nullable;
import unsaid.flow.Option;

/// One thing a visitor chose or wrote.
///
/// @param key what a stored answer and a frame call it: an option's value, or the words in double
///   quotes. Unique in its list.
/// @param words how it reads: the option's label, or what was written
/// @param option the chosen option; null for the visitor's own words
public record Item(String key, String words, @Nullable Option option) {

    /// A chosen option, with the text that was added to it, if any.
    public static Item of(Option option, @Nullable String added) {
        return new Item(
                option.value(), added == null || added.isEmpty() ? option.label() : added, option);
    }

    /// Somebody's own words.
    public static Item of(String words) {
        return new Item('"' + words + '"', words, null);
    }

    /// How it reads in the given form, such as `me` of `{fear.me}`; the words where there is no
    /// such form.
    public String form(String form) {
        return option == null || isOwn() ? words : option.forms().getOrDefault(form, words);
    }

    /// Whether the visitor wrote the words, be it to an option.
    public boolean isOwn() {
        return option == null || !words.equals(option.label());
    }
}
