package unsaid.web.turn;

import org.jspecify.annotations.Nullable;
import unsaid.engine.Given;

/// One frame of a visitor, of the right form. What it says may still make no sense.
public sealed interface Request {

    /// Names the frame: sent again, it gets the same reply and counts once.
    String id();

    /// Begins a conversation.
    ///
    /// @param agreed whether the visitor has said yes to the use of the answers
    /// @param at the door to begin at; null, or none of the flow's doors: at its beginning
    /// @param code of a conversation that was kept, as the visitor typed it; one that is wrong is
    ///   passed over; null: none
    record Start(
            String id,
            boolean agreed,
            String flow,
            String language,
            @Nullable String at,
            @Nullable String code)
            implements Request {}

    /// Goes on with a conversation on a new connection.
    ///
    /// @param token as the visitor sent it
    /// @param after number of the last turn the visitor saw; 0: nothing is on the screen
    record Resume(String id, String token, int after) implements Request {}

    /// Answers a question by value.
    ///
    /// @param to the question's id
    /// @param given as near as the frame tells: one value is [Given.Chosen], several are
    ///   [Given.Several]
    record Answer(String id, String to, Given given) implements Request {}

    /// Answers a question in words that have to be understood first.
    record Write(String id, String to, String text) implements Request {}

    /// Skips a question.
    record Skip(String id, String to) implements Request {}

    /// Says "I don't know" to a question.
    record Unsure(String id, String to) implements Request {}

    /// Wants an earlier question asked again.
    record Change(String id, String at) implements Request {}

    /// Gives or takes back the consent to couple features.
    record Couple(String id, boolean given) implements Request {}

    /// Wants something that needs no more words.
    record Command(String id, Name name) implements Request {}

    /// Commands without arguments.
    enum Name {
        BACK,
        ENOUGH,
        RESTART,
        HELP,
        EXPORT,
        ERASE,
        KEEP,
        UNKEEP
    }
}
