package unsaid.web.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Outcome;
import unsaid.engine.Question;
import unsaid.engine.Turn;
import unsaid.flow.Flow;
import unsaid.web.session.ConversationId;
import unsaid.web.session.Conversations;
import unsaid.web.session.Conversations.Change;
import unsaid.web.session.Reply;
import unsaid.web.session.Talk;
import unsaid.web.session.Token;
import unsaid.web.session.UnknownConversationException;

/// Plays turns: keeps a visitor's frame, the rules and the store of conversations together. A frame
/// that comes again gets the same reply and changes nothing. Safe for use by any thread.
public final class Turns {
    private final Engine engine;
    private final Conversations conversations;

    public Turns(Engine engine, Conversations conversations) {
        this.engine = engine;
        this.conversations = conversations;
    }

    /// What came of a frame.
    ///
    /// @param seat what the connection remembers from now on
    /// @param replies in the order they are to be sent; at least one
    public record Played(Seat seat, List<Reply> replies) {
        public Played {
            replies = List.copyOf(replies);
        }
    }

    /// Plays one frame of one connection. All that it changed is durable when it returns.
    public Played play(Request request, Seat seat) {
        return switch (request) {
            case Request.Start start -> start(start, seat);
            case Request.Resume resume -> resume(resume, seat);
            case Request.Answer(String id, String to, Given given) ->
                    advance(
                            id,
                            seat,
                            talk -> new Event.Answered(to, Fitting.to(wants(talk), given)));
            case Request.Write(String id, String to, String text) ->
                    advance(id, seat, _ -> new Event.Wrote(to, text));
            case Request.Skip(String id, String to) ->
                    advance(id, seat, _ -> new Event.Answered(to, new Given.Skipped()));
            case Request.Unsure(String id, String to) ->
                    advance(id, seat, _ -> new Event.Answered(to, new Given.NotKnown()));
            case Request.Change(String id, String at) ->
                    advance(id, seat, _ -> new Event.Reopened(at));
            case Request.Command(String id, Request.Name name) ->
                    switch (name) {
                        case BACK -> advance(id, seat, _ -> new Event.Back());
                        case ENOUGH -> advance(id, seat, _ -> new Event.Enough());
                        case RESTART -> advance(id, seat, _ -> new Event.Restart());
                        case HELP -> advance(id, seat, _ -> new Event.Help());
                        case EXPORT -> export(id, seat);
                        case ERASE -> erase(id, seat);
                    };
        };
    }

    private Played start(Request.Start start, Seat seat) {
        Played again = startedAlready(start.id(), seat);
        if (again != null) {
            return again;
        }
        if (start.at() != null) {
            return one(seat, Replies.beginsAtItsBeginning(start.id()));
        }
        return switch (engine.start(start.flow(), start.language())) {
            case Outcome.Refused refused -> one(seat, Replies.refused(start.id(), refused, 0));
            case Outcome.Played(var conversation, Turn turn) -> {
                Token token = Token.fresh();
                Reply.Turned turned = Replies.turned(start.id(), conversation, turn);
                if (!conversations.start(
                        token.id(), Talk.begun(conversation, turned, start.id()))) {
                    yield one(seat, Replies.full(start.id()));
                }
                Reply.Started started = Replies.started(start.id(), token, flow(start.flow()));
                yield new Played(new Seat(token.id(), started), List.of(started, turned));
            }
        };
    }

    /// The same reply to the same `start`; null if it is another one.
    private @Nullable Played startedAlready(String id, Seat seat) {
        Reply.Started started = seat.started();
        Talk talk = seat.conversation() == null ? null : conversations.get(seat.conversation());
        if (started == null || talk == null || !started.id().equals(id)) {
            return null;
        }
        Reply first = talk.reply(id);
        return new Played(seat, first == null ? List.of(started) : List.of(started, first));
    }

    private Played resume(Request.Resume resume, Seat seat) {
        Token token = Token.of(resume.token());
        Talk talk = token == null ? null : conversations.get(token.id());
        if (token == null || talk == null) {
            return one(seat, Replies.unknownConversation(resume.id()));
        }
        Reply.Started started =
                Replies.started(resume.id(), token, flow(talk.conversation().log().flow()));
        List<Reply> replies = new ArrayList<>(List.of(started));
        replies.addAll(missed(talk, resume.after()));
        return new Played(new Seat(token.id(), null), replies);
    }

    private List<? extends Reply> missed(Talk talk, int seen) {
        List<Reply.Turned> turns = seen == 0 ? null : talk.after(seen);
        return turns != null ? turns : List.of(whole(talk));
    }

    /// The whole transcript and where the visitor stands.
    private Reply.Turned whole(Talk talk) {
        return engine.resume(talk.conversation().log())
                        instanceof Outcome.Played(var conversation, Turn turn)
                ? Replies.turned(null, conversation, turn)
                : Replies.turned(null, talk.conversation(), talk.turn());
    }

    private Played advance(String id, Seat seat, Function<Talk, Event> event) {
        return update(
                id,
                seat,
                talk -> {
                    Reply known = talk.reply(id);
                    return known != null
                            ? new Change<>(talk, known)
                            : advance(id, talk, event.apply(talk));
                });
    }

    private Change<Reply> advance(String id, Talk talk, Event event) {
        return switch (engine.advance(talk.conversation(), event)) {
            case Outcome.Played(var conversation, Turn turn) -> {
                Reply.Turned reply = Replies.turned(id, conversation, turn);
                yield new Change<>(turn.erase() ? null : talk.went(conversation, reply, id), reply);
            }
            case Outcome.Refused refused -> {
                Reply.Problem reply = Replies.refused(id, refused, talk.misses());
                boolean missed = refused.reason() == Outcome.Reason.UNFIT;
                yield new Change<>(talk.stayed(reply, id, missed), reply);
            }
        };
    }

    private Played update(String id, Seat seat, Function<Talk, Change<Reply>> turn) {
        ConversationId conversation = seat.conversation();
        if (conversation == null) {
            return one(seat, Replies.unknownConversation(id));
        }
        try {
            return one(seat, conversations.update(conversation, turn));
        } catch (UnknownConversationException e) {
            return one(Seat.EMPTY, Replies.unknownConversation(id));
        }
    }

    private Played export(String id, Seat seat) {
        Talk talk = seat.conversation() == null ? null : conversations.get(seat.conversation());
        if (talk == null) {
            return one(seat, Replies.unknownConversation(id));
        }
        var log = talk.conversation().log();
        Turn whole = whole(talk).turn();
        var history = whole.history();
        return one(
                seat,
                Replies.summary(
                        id, log, flow(log.flow()).title(), history == null ? List.of() : history));
    }

    /// Forgets; also where nothing is left to forget, so that a frame sent again gets the same
    /// reply.
    private Played erase(String id, Seat seat) {
        if (seat.conversation() != null) {
            conversations.erase(seat.conversation());
        }
        return one(Seat.EMPTY, new Reply.Erased(id));
    }

    private static Question.@Nullable Wants wants(Talk talk) {
        Question asks = talk.turn().asks();
        return asks == null ? null : asks.wants();
    }

    private Flow flow(String id) {
        Flow flow = engine.library().flow(id);
        if (flow == null) {
            throw new IllegalStateException("the library lost a flow that was begun");
        }
        return flow;
    }

    private static Played one(Seat seat, Reply reply) {
        return new Played(seat, List.of(reply));
    }
}
