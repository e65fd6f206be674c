package unsaid.web.plain;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import unsaid.web.plain.Html.Tag;

/// What every form of a page sends along, unseen. The token is in the body of a `POST` and nowhere
/// else: not in an address, not in a cookie.
///
/// @param flow its id is also the last part of the page's address
/// @param token whose talk it is; empty: nobody's yet
/// @param page names this rendering of the page: a form of it that comes twice is one frame
/// @param seen number of the turn it shows
/// @param language BCP 47 tag
/// @param country by the code used in the helplines; empty: not chosen
/// @param door the flow's door to begin at; empty: at its beginning
record Fields(
        String flow,
        String token,
        String page,
        int seen,
        String language,
        String country,
        String door) {
    static final String DO = "do";
    static final String TOKEN = "token";
    static final String PAGE = "page";
    static final String SEEN = "seen";
    static final String LANGUAGE = "language";
    static final String COUNTRY = "country";
    static final String DOOR = "door";

    /// The question that is answered.
    static final String TO = "to";

    /// How the fields of an answer are to be read: a [Kind] in lower case.
    static final String KIND = "kind";

    /// The key of an option or an item.
    static final String VALUE = "v";

    /// Before the key of an option: the words that come with it.
    static final String WORDS = "w.";

    /// What is written.
    static final String LINE = "line";

    /// Before the key of an item: where it is put.
    static final String PILE = "pile.";

    private static final int PAGE_BYTES = 9;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// How the fields of an answer are to be read.
    enum Kind {
        ONE,
        SEVERAL,
        ORDER,
        AMOUNT,
        WRITTEN,
        LINES,
        PILES
    }

    static String freshPage() {
        byte[] bits = new byte[PAGE_BYTES];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /// An empty form that carries them; its buttons may stand elsewhere and name it.
    Tag form() {
        Tag form = Html.tag("form");
        if (!door.isEmpty()) {
            form.add(hidden(DOOR, door));
        }
        return form.is("method", "post")
                .is("action", flow)
                .add(
                        List.of(
                                hidden(TOKEN, token),
                                hidden(PAGE, page),
                                hidden(SEEN, Integer.toString(seen)),
                                hidden(LANGUAGE, language),
                                hidden(COUNTRY, country)));
    }

    /// A form for one deed.
    Tag form(String deed) {
        return form().add(hidden(DO, deed));
    }

    static Tag hidden(String name, String value) {
        return Html.tag("input").is("type", "hidden").is("name", name).is("value", value);
    }

    /// A button that says what is to be done.
    static Tag deed(String label, String deed) {
        return Html.tag("button", label).is("name", DO).is("value", deed);
    }
}
