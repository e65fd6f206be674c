package unsaid.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.safety.Met;

/// What the product keeps in mind about one visitor's safety. It follows from the answers, but no
/// change of a flow may take it back: so it is kept beside them.
///
/// @param met dangers met so far
/// @param coupleLocked features for two are closed
/// @param minor the visitor seems under 18
/// @param country the visitor's, for the numbers shown; null: the site's
record Noted(Met met, boolean coupleLocked, boolean minor, @Nullable String country) {
    static final Noted NONE = new Noted(Met.NONE, false, false, null);

    private static final String LOCKED = "couple-locked";
    private static final String YOUNG = "under-18";
    private static final String COUNTRY = "country:";

    /// What [#words] said; words that mean nothing here are passed over.
    static Noted of(Collection<String> words) {
        String country = null;
        for (String word : words) {
            country = word.startsWith(COUNTRY) ? word.substring(COUNTRY.length()) : country;
        }
        return new Noted(Met.of(words), words.contains(LOCKED), words.contains(YOUNG), country);
    }

    List<String> words() {
        List<String> words = new ArrayList<>(met.words());
        if (coupleLocked) {
            words.add(LOCKED);
        }
        if (minor) {
            words.add(YOUNG);
        }
        if (country != null) {
            words.add(COUNTRY + country);
        }
        return words;
    }

    /// Both together; of two countries, that of `more`.
    Noted and(Noted more) {
        return new Noted(
                met.and(more.met),
                coupleLocked || more.coupleLocked,
                minor || more.minor,
                more.country == null ? country : more.country);
    }
}
