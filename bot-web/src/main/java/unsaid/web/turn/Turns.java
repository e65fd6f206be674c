package unsaid.web.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Outcome;
import unsaid.engine.Question;
import unsaid.engine.Said;
import unsaid.engine.Turn;
import unsaid.flow.Flow;
import unsaid.web.session.Code;
import unsaid.web.session.Conversations;
import unsaid.web.session.Conversations.Change;
import unsaid.web.session.FullException;
import unsaid.web.session.Keep;
import unsaid.web.session.Marks;
import unsaid.web.session.Reply;
import unsaid.web.session.Talk;
import unsaid.web.session.Token;
import unsaid.web.session.UnknownConversationException;
import unsaid.web.session.store.ConversationId;
import unsaid.web.session.store.StoreException;

/// Plays turns: keeps a visitor's frame, the rules and the store of conversations together. A frame
/// that comes again gets the same reply and changes nothing. Safe for use by any thread.
///
/// When the flows have changed since a visitor's last turn, what they send is played on the flow
/// they were asked by; then the log is walked again on the flow as it is now.
public final class Turns {
    private final Supplier<Engine> engines;
    private final Conversations conversations;
    private final Function<Reply, String> wire;
    private final TalkMeters meters;

    /// @param engines the engine with the flows as they are now
    /// @param wire puts a reply into the form in which it is sent; must be pure
    public Turns(
            Supplier<Engine> engines, Conversations conversations, Function<Reply, String> wire) {
        this(engines, conversations, wire, TalkMeters.NONE);
    }

    /// The same where it is counted how talks go.
    public Turns(
            Supplier<Engine> engines,
            Conversations conversations,
            Function<Reply, String> wire,
            TalkMeters meters) {
        this.engines = engines;
        this.conversations = conversations;
        this.wire = wire;
        this.meters = meters;
    }

    /// What came of a frame.
    ///
    /// @param seat what the connection remembers from now on
    /// @param replies as they are sent, in order; at least one
    public record Played(Seat seat, List<String> replies) {
        public Played {
            replies = List.copyOf(replies);
        }
    }

    /// Plays one frame of one connection. All that it changed is durable when it returns.
    public Played play(Request request, Seat seat) {
        try {
            return switch (request) {
                case Request.Start start -> start(start, seat, Token.fresh());
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
                case Request.Couple(String id, boolean given) -> couple(id, given, seat);
                case Request.Command(String id, Request.Name name) -> command(id, name, seat);
            };
        } catch (FullException e) {
            return one(seat, Replies.full(request.id()));
        } catch (StoreException e) {
            return one(seat, Replies.unavailable(request.id()));
        } catch (UnknownConversationException e) {
            return one(Seat.EMPTY, Replies.unknownConversation(request.id()));
        }
    }

    /// Tells where the conversation of a token stands.
    public Visited look(Token token) {
        try {
            Talk found = conversations.open(token);
            if (found == null) {
                return gone("");
            }
            Talk talk = upToDate(token, found);
            Seat seat = new Seat(token.id(), null);
            return new Visited(seat, seat, List.of(), talk.turn().card(), standing(seat, false));
        } catch (UnknownConversationException e) {
            return gone("");
        } catch (FullException e) {
            return unseen(one(Seat.EMPTY, Replies.full("")));
        } catch (StoreException e) {
            return unseen(one(Seat.EMPTY, Replies.unavailable("")));
        }
    }

    /// Plays one frame for the conversation of a token, and tells where it stands then. A start
    /// begins that conversation, unless it is there already.
    ///
    /// @param seen number of the turn on the page that sent the frame: going back, and what else
    ///   means another thing at every turn, is refused when that page is old
    public Visited visit(Request request, Token token, int seen) {
        try {
            Talk found = conversations.open(token);
            Seat before = found == null ? Seat.EMPTY : new Seat(token.id(), null);
            return request instanceof Request.Start start
                    ? found == null ? visitFirst(start, token) : look(token)
                    : visit(request, before, found, seen);
        } catch (FullException e) {
            return unseen(one(Seat.EMPTY, Replies.full(request.id())));
        } catch (StoreException e) {
            return unseen(one(Seat.EMPTY, Replies.unavailable(request.id())));
        }
    }

    private Visited visit(Request request, Seat before, @Nullable Talk found, int seen) {
        Played played =
                found != null && isOld(request, found, seen)
                        ? one(before, Replies.late(request.id()))
                        : play(request, before);
        Standing now = standing(played.seat(), false);
        Turn.Card card = now == null ? null : now.turned().turn().card();
        return new Visited(
                before,
                played.seat(),
                played.replies(),
                card == null && found != null ? found.turn().card() : card,
                now);
    }

    private Visited visitFirst(Request.Start start, Token token) {
        Played played;
        try {
            played = start(start, Seat.EMPTY, token);
        } catch (StoreException e) {
            // The same start may have come twice at once, and the other one was faster.
            if (conversations.open(token) == null) {
                throw e;
            }
            return look(token);
        }
        ConversationId begun = played.seat().conversation();
        boolean kept = begun != null && !begun.equals(token.id());
        Standing now = standing(played.seat(), kept);
        return new Visited(
                Seat.EMPTY,
                played.seat(),
                played.replies(),
                now == null ? null : now.turned().turn().card(),
                now);
    }

    /// Whether a command comes from a page before the present one, and is not one that came again.
    private static boolean isOld(Request request, Talk talk, int seen) {
        boolean moves =
                switch (request) {
                    case Request.Change _ -> true;
                    case Request.Command(_, Request.Name name) ->
                            switch (name) {
                                case BACK, ENOUGH, RESTART, HELP -> true;
                                case EXPORT, ERASE, KEEP, UNKEEP -> false;
                            };
                    case Request.Start _, Request.Resume _, Request.Couple _ -> false;
                    case Request.Answer _, Request.Write _ -> false; // they name their question
                    case Request.Skip _, Request.Unsure _ -> false;
                };
        return moves
                && talk.turn().number() != seen
                && talk.reply(request.id()) == null
                && !talk.hasCounted(request.id());
    }

    private Visited gone(String id) {
        return unseen(one(Seat.EMPTY, Replies.unknownConversation(id)));
    }

    private static Visited unseen(Played played) {
        return new Visited(played.seat(), played.seat(), played.replies(), null, null);
    }

    private @Nullable Standing standing(Seat seat, boolean kept) {
        ConversationId conversation = seat.conversation();
        Talk talk = conversation == null ? null : conversations.get(conversation);
        Token token = conversation == null ? null : conversations.token(conversation);
        if (talk == null || token == null) {
            return null;
        }
        List<Said> history = whole(null, talk).turn().history();
        return new Standing(
                Replies.started("", token, flow(talk), kept, talk.keep()),
                Replies.turned(null, talk.conversation(), talk.turn()),
                history == null ? List.of() : history);
    }

    private Played command(String id, Request.Name name, Seat seat) {
        return switch (name) {
            case BACK -> advance(id, seat, _ -> new Event.Back());
            case ENOUGH -> advance(id, seat, _ -> new Event.Enough());
            case RESTART -> advance(id, seat, _ -> new Event.Restart());
            case HELP -> advance(id, seat, _ -> new Event.Help());
            case EXPORT -> export(id, seat);
            case ERASE -> erase(id, seat);
            case KEEP -> keep(id, seat);
            case UNKEEP -> unkeep(id, seat);
        };
    }

    // ---- beginning and going on

    /// @param token of the conversation, if a new one begins
    private Played start(Request.Start start, Seat seat, Token token) {
        Played again = startedAlready(start.id(), seat);
        if (again != null) {
            return again;
        }
        if (!start.agreed()) {
            return one(seat, Replies.notAgreed(start.id()));
        }
        Played kept = startKept(start);
        return kept != null ? kept : startAnew(start, seat, token);
    }

    private Played startAnew(Request.Start start, Seat seat, Token token) {
        Engine engine = engines.get();
        return switch (engine.start(start.flow(), start.language(), start.at())) {
            case Outcome.Refused refused -> one(seat, Replies.refused(start.id(), refused, 0));
            case Outcome.Played(var conversation, Turn turn) -> {
                String first = wire.apply(Replies.turned(start.id(), conversation, turn));
                Talk talk = Talk.begun(engine, conversation, turn).told(start.id(), true, first);
                if (!conversations.start(token, talk)) {
                    yield one(seat, Replies.full(start.id()));
                }
                meters.begun(marks(token.id()), talk);
                yield new Played(
                        new Seat(token.id(), start.id()),
                        List.of(started(start.id(), token, talk, false), first));
            }
        };
    }

    /// The same reply to the same `start`; null if it is another one.
    private @Nullable Played startedAlready(String id, Seat seat) {
        ConversationId conversation = seat.conversation();
        if (conversation == null || !id.equals(seat.startedBy())) {
            return null;
        }
        Talk talk = conversations.get(conversation);
        Token token = conversations.token(conversation);
        if (talk == null || token == null) {
            return null;
        }
        String started = started(id, token, talk, false);
        String first = talk.reply(id);
        return new Played(seat, first == null ? List.of(started) : List.of(started, first));
    }

    /// What a code opens; null if there is no code, or a wrong one. What cannot be a code is looked
    /// for as long as one that can.
    private @Nullable Played startKept(Request.Start start) {
        if (start.code() == null) {
            return null;
        }
        Code code = Code.of(start.code());
        Token token = conversations.find(code == null ? Code.fresh() : code);
        return code == null || token == null ? null : goOn(start.id(), token, 0, true);
    }

    private Played resume(Request.Resume resume, Seat seat) {
        Token token = Token.of(resume.token());
        Played played = token == null ? null : goOn(resume.id(), token, resume.after(), false);
        return played != null ? played : one(seat, Replies.unknownConversation(resume.id()));
    }

    /// @param seen number of the last turn on the visitor's screen; 0: none
    private @Nullable Played goOn(String id, Token token, int seen, boolean kept) {
        Talk found = conversations.open(token);
        if (found == null) {
            return null;
        }
        Talk talk = upToDate(token, found);
        List<String> missed = seen == 0 || talk != found ? null : talk.after(seen);
        List<String> replies = new ArrayList<>();
        replies.add(started(id, token, talk, kept));
        replies.addAll(missed != null ? missed : List.of(wire.apply(whole(null, talk))));
        return new Played(new Seat(token.id(), null), replies);
    }

    /// The same talk on the flows as they are now.
    private Talk upToDate(Token token, Talk found) {
        return found.engine() == engines.get()
                ? found
                : conversations.update(
                        token.id(),
                        was -> {
                            Talk now = moved(was);
                            return new Change<>(now, now);
                        });
    }

    private String started(String id, Token token, Talk talk, boolean kept) {
        return wire.apply(Replies.started(id, token, flow(talk), kept, talk.keep()));
    }

    /// The whole transcript and where the visitor stands.
    private static Reply.Turned whole(@Nullable String accepted, Talk talk) {
        if (talk.turn().history() != null) {
            return Replies.turned(accepted, talk.conversation(), talk.turn());
        }
        return talk.engine().resume(talk.conversation().log())
                        instanceof Outcome.Played(var conversation, Turn turn)
                ? Replies.turned(accepted, conversation, turn)
                : Replies.turned(accepted, talk.conversation(), talk.turn());
    }

    // ---- one turn

    /// @param talk one turn further; null: it went nowhere
    private record Went(String text, @Nullable Talk talk) {}

    private Played advance(String id, Seat seat, Function<Talk, Event> event) {
        ConversationId conversation = seat.conversation();
        if (conversation == null) {
            return one(seat, Replies.unknownConversation(id));
        }
        Marks marks = marks(conversation);
        Went went =
                conversations.update(
                        conversation,
                        talk -> {
                            Change<String> again = answeredAlready(id, talk);
                            return again != null
                                    ? new Change<>(again.talk(), new Went(again.result(), null))
                                    : advance(id, talk, event.apply(talk));
                        });
        if (went.talk() != null) {
            meters.went(marks, went.talk());
        }
        return new Played(seat, List.of(went.text()));
    }

    /// Null where nothing is counted, so that no turn pays for it.
    private @Nullable Marks marks(ConversationId conversation) {
        return meters.counts() ? conversations.marks(conversation) : null;
    }

    private @Nullable Change<String> answeredAlready(String id, Talk talk) {
        String known = talk.reply(id);
        if (known != null) {
            return new Change<>(talk, known);
        }
        return talk.hasCounted(id) ? new Change<>(talk, wire.apply(whole(id, talk))) : null;
    }

    private Change<Went> advance(String id, Talk talk, Event event) {
        return switch (talk.engine().advance(talk.conversation(), event)) {
            case Outcome.Played(var conversation, Turn turn) -> {
                Talk went = talk.went(talk.engine(), conversation, turn);
                Talk now = isLast(turn) ? went : moved(went);
                String text = wire.apply(Replies.turned(id, now.conversation(), now.turn()));
                yield new Change<>(
                        turn.erase() ? null : now.told(id, true, text), new Went(text, now));
            }
            case Outcome.Refused refused -> {
                String text = wire.apply(Replies.refused(id, refused, talk.misses()));
                boolean missed = refused.reason() == Outcome.Reason.UNFIT;
                yield new Change<>(
                        (missed ? talk.missed() : talk).told(id, false, text),
                        new Went(text, null));
            }
        };
    }

    /// Whether something comes of a turn that walking again would not show.
    private static boolean isLast(Turn turn) {
        return turn.erase() || turn.act() != null || turn.ending() != null;
    }

    /// The same talk on the flows as they are now. One whose flow is gone stays as it is.
    private Talk moved(Talk talk) {
        Engine now = engines.get();
        return now != talk.engine()
                        && now.resume(talk.conversation().log())
                                instanceof Outcome.Played(Conversation conversation, Turn turn)
                ? talk.went(now, conversation, turn)
                : talk;
    }

    private Played update(String id, Seat seat, Function<Talk, Change<String>> turn) {
        return seat.conversation() == null
                ? one(seat, Replies.unknownConversation(id))
                : new Played(seat, List.of(conversations.update(seat.conversation(), turn)));
    }

    // ---- what belongs to the visitor

    private Played export(String id, Seat seat) {
        Talk talk = seat.conversation() == null ? null : conversations.get(seat.conversation());
        if (talk == null) {
            return one(seat, Replies.unknownConversation(id));
        }
        List<Said> said = new ArrayList<>();
        var history = whole(null, talk).turn().history();
        if (history != null) {
            said.addAll(history);
        }
        said.addAll(talk.engine().waiting(talk.conversation().log()));
        return one(seat, Replies.summary(id, talk, flow(talk).title(), said));
    }

    /// Forgets; also where nothing is left to forget, so that a frame sent again gets the same
    /// reply.
    private Played erase(String id, Seat seat) {
        if (seat.conversation() != null) {
            conversations.erase(seat.conversation());
        }
        return one(Seat.EMPTY, new Reply.Erased(id));
    }

    /// Forgets the conversation of a token, if there is one. When the store is away, it is removed
    /// as soon as the store is back.
    ///
    /// @param sent the token as a visitor's page sent it
    public void erase(String sent) {
        Token token = Token.of(sent);
        if (token == null) {
            return;
        }
        try {
            conversations.erase(token);
        } catch (StoreException e) {
            // It is removed later. A page that goes away cannot be told anything.
        }
    }

    private Played keep(String id, Seat seat) {
        ConversationId conversation = seat.conversation();
        Talk talk = conversation == null ? null : conversations.get(conversation);
        if (conversation == null || talk == null) {
            return one(seat, Replies.unknownConversation(id));
        }
        Change<String> again = answeredAlready(id, talk);
        if (again != null) {
            return new Played(seat, List.of(again.result()));
        }
        Code code = Code.fresh();
        Keep keep = conversations.ticket(conversation, code);
        return keep(id, seat, keep, new Reply.Kept(id, code, Replies.day(keep)));
    }

    private Played unkeep(String id, Seat seat) {
        return keep(id, seat, null, new Reply.Kept(id, null, null));
    }

    private Played keep(String id, Seat seat, @Nullable Keep keep, Reply.Kept reply) {
        return agree(id, seat, talk -> talk.kept(keep), _ -> reply);
    }

    private Played couple(String id, boolean given, Seat seat) {
        return agree(
                id,
                seat,
                talk -> talk.couple(given),
                now -> new Reply.Consents(id, now.keep() != null, now.couple()));
    }

    /// Changes what the visitor has agreed to, and nothing else.
    private Played agree(
            String id, Seat seat, UnaryOperator<Talk> change, Function<Talk, Reply> reply) {
        return update(
                id,
                seat,
                talk -> {
                    Change<String> again = answeredAlready(id, talk);
                    Talk now = change.apply(talk);
                    String text = wire.apply(reply.apply(now));
                    return again != null ? again : new Change<>(now.told(id, false, text), text);
                });
    }

    // ---- small things

    private static Question.@Nullable Wants wants(Talk talk) {
        Question asks = talk.turn().asks();
        return asks == null ? null : asks.wants();
    }

    private static Flow flow(Talk talk) {
        String id = talk.conversation().log().flow();
        Flow flow = talk.engine().library().flow(id, talk.conversation().language());
        if (flow == null) {
            throw new IllegalStateException("an engine lost a flow that it began");
        }
        return flow;
    }

    private Played one(Seat seat, Reply reply) {
        return new Played(seat, List.of(wire.apply(reply)));
    }
}
