package unsaid.safety;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// A country a visitor can choose, with the words that stand for its numbers in a text.
///
/// @param code lower-case region code, such as `gb`
/// @param name how its people call it in the language of the list
/// @param emergency the emergency number or numbers, such as `110 or 112`
/// @param silent what somebody who cannot speak can do; empty where nothing is known
/// @param crisis what to do in a crisis, such as `call or text 988`; empty where nothing is known
/// @param in language → the same words in it
public record Country(
        String code,
        String name,
        String emergency,
        String silent,
        String crisis,
        Map<String, Country> in) {

    static final Pattern CODE = Pattern.compile("[a-z]{2}");

    public Country {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "a country's code is two lower-case letters, not \"" + code + '"');
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("country " + code + " has no name");
        }
        if (emergency.isBlank()) {
            throw new IllegalArgumentException("country " + code + " has no emergency number");
        }
        in = Map.copyOf(in);
    }

    public Country(String code, String name, String emergency, String silent, String crisis) {
        this(code, name, emergency, silent, crisis, Map.of());
    }

    /// The same country with its words in a language, where the list has them.
    ///
    /// @param language BCP 47 tag
    Country in(String language) {
        return in.getOrDefault(Locale.forLanguageTag(language).getLanguage(), this);
    }
}
