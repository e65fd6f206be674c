package unsaid.web.plain;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import unsaid.safety.Helplines;

/// The cards of people who help, for the widget: it has those of every country in its page, and
/// needs the server for none of them. Safe for use by any thread.
public final class Cards {
    private final Supplier<Helplines> helplines;
    private final Map<Words, Drawn> drawn = new ConcurrentHashMap<>();

    private record Drawn(Helplines helplines, String markup) {}

    /// @param helplines as they are now; the same object while nothing has changed
    public Cards(Supplier<Helplines> helplines) {
        this.helplines = helplines;
    }

    /// The choice of a country, and a card for each and for whoever has chosen none.
    ///
    /// @param language BCP 47
    /// @return markup
    public String in(String language) {
        Helplines now = helplines.get();
        return drawn.compute(
                        Words.in(language),
                        (words, before) ->
                                before != null && before.helplines == now
                                        ? before
                                        : new Drawn(now, Help.everywhere(now, words)))
                .markup;
    }
}
