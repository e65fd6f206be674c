package unsaid.web.turn;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Conversation;
import unsaid.engine.Log;
import unsaid.engine.Outcome;
import unsaid.engine.Said;
import unsaid.engine.Turn;
import unsaid.expression.Value;
import unsaid.flow.Flow;
import unsaid.web.session.Keep;
import unsaid.web.session.Reply;
import unsaid.web.session.Reply.Trouble;
import unsaid.web.session.Reply.Problem;
import unsaid.web.session.Reply.Summary;
import unsaid.web.session.Talk;
import unsaid.web.session.Token;

/// Words for what came of a frame.
final class Replies {
    private static final String COUNTRY = "country";

    private Replies() {}

    static Reply.Started started(
            String id, Token token, Flow flow, boolean kept, @Nullable Keep keep) {
        return new Reply.Started(
                id,
                token,
                flow.id(),
                flow.title(),
                flow.language(),
                flow.minutes(),
                flow.review().isComplete(),
                kept,
                keep == null ? null : day(keep));
    }

    /// The last day on which something kept is there.
    static LocalDate day(Keep keep) {
        return Instant.ofEpochMilli(keep.until()).atZone(ZoneOffset.UTC).toLocalDate();
    }

    static Reply.Turned turned(@Nullable String accepted, Conversation conversation, Turn turn) {
        return new Reply.Turned(
                accepted, turn, turn.helplines().isEmpty() ? null : country(conversation));
    }

    private static @Nullable String country(Conversation conversation) {
        Value country = conversation.values().get(COUNTRY);
        if (country instanceof Value.Words(String text)) {
            return text;
        }
        return country instanceof Value.One(var item) ? item.key() : null;
    }

    /// @param misses answers in a row that did not fit before this one: the author's lines come in
    ///   turn, and the last one stays
    static Problem refused(String id, Outcome.Refused refused, int misses) {
        List<String> retry = refused.retry();
        String message =
                retry.isEmpty() ? refused.message() : retry.get(Math.min(misses, retry.size() - 1));
        return new Problem(id, code(refused.reason()), message);
    }

    private static Trouble code(Outcome.Reason reason) {
        return switch (reason) {
            case LATE -> Trouble.LATE;
            case UNFIT -> Trouble.UNFIT;
            case NOT_NOW -> Trouble.NOT_NOW;
            case UNKNOWN_FLOW -> Trouble.UNKNOWN_FLOW;
            case TOO_LONG -> Trouble.TOO_LONG;
        };
    }

    static Problem full(String id) {
        return new Problem(
                id,
                Trouble.FULL,
                "Many people are talking here just now. Please try again in some minutes.");
    }

    static Problem unavailable(String id) {
        return new Problem(
                id,
                Trouble.UNAVAILABLE,
                "That could not be kept safe just now. Please send it again in a moment.");
    }

    static Problem unknownConversation(String id) {
        return new Problem(
                id,
                Trouble.UNKNOWN_CONVERSATION,
                "That conversation is not here any more. Please begin a new one.");
    }

    static Problem late(String id) {
        return new Problem(
                id,
                Trouble.LATE,
                "That came from an earlier page. Please go on from the one on the screen.");
    }

    static Problem notAgreed(String id) {
        return new Problem(
                id,
                Trouble.NOT_AGREED,
                "Nothing is asked before the visitor has agreed. Please ask them, and send \"agreed\": true.");
    }

    static Summary summary(String id, Talk talk, String title, List<Said> history) {
        List<Summary.Line> lines = new ArrayList<>();
        for (Said said : history) {
            if (!said.answer().isEmpty()) {
                String question = said.says().isEmpty() ? "" : said.says().getLast();
                lines.add(new Summary.Line(said.at(), question, said.answer(), said.apart()));
            }
        }
        Log log = talk.conversation().log();
        return new Summary(
                id,
                log.flow(),
                log.version(),
                log.language(),
                title,
                talk.keep() != null,
                talk.couple(),
                lines);
    }
}
