package unsaid.web.socket;

import java.util.function.LongSupplier;
import unsaid.web.session.Bucket;
import unsaid.web.session.Buckets;
import unsaid.web.session.store.ConversationId;
import unsaid.web.session.Reply;
import unsaid.web.session.Reply.Trouble;
import unsaid.web.turn.Request;
import unsaid.web.turn.Seat;
import unsaid.web.turn.Turns;

/// What all connections share. Safe for use by any thread.
public final class Desk {
    private final FrameCodec codec;
    private final Turns turns;
    private final Rates rates;
    private final LongSupplier nanos;
    private final Buckets frames;
    private final Buckets starts;
    private final Buckets talks;
    private final Buckets codes;
    private final String notText;
    private final FrameMeters meters;

    /// How fast visitors may send.
    ///
    /// @param connection frames of one connection
    /// @param address frames of all connections of one address
    /// @param starts conversations begun or kept from one address, and tries to resume one
    /// @param talk frames of all connections that carry one conversation
    /// @param codes those of the starts that bring a code: each costs the server some work, and a
    ///   thief a try
    public record Rates(
            Bucket.Rate connection,
            Bucket.Rate address,
            Bucket.Rate starts,
            Bucket.Rate talk,
            Bucket.Rate codes) {}

    public Desk(
            FrameCodec codec, Turns turns, Rates rates, LongSupplier nanos, FrameMeters meters) {
        this.codec = codec;
        this.turns = turns;
        this.rates = rates;
        this.nanos = nanos;
        this.meters = meters;
        this.frames = new Buckets(rates.address(), nanos);
        this.starts = new Buckets(rates.starts(), nanos);
        this.talks = new Buckets(rates.talk(), nanos);
        this.codes = new Buckets(rates.codes(), nanos);
        this.notText =
                codec.encode(
                        new Reply.Problem(null, Trouble.NOT_JSON, "Frames are text, not binary."));
    }

    Visitor visitor(String address) {
        return new Visitor(this, address, new Bucket(rates.connection(), nanos));
    }

    FrameCodec codec() {
        return codec;
    }

    Turns turns() {
        return turns;
    }

    String encode(Reply reply) {
        return meters.counted(codec::encode).apply(reply);
    }

    FrameMeters meters() {
        return meters;
    }

    long now() {
        return nanos.getAsLong();
    }

    String notText() {
        meters.notText();
        return notText;
    }

    /// Whether an address may ask once more for what costs the server much: a conversation begun or
    /// found again, or the slow making of a code.
    boolean mayGreet(String address, Request request) {
        return switch (request) {
            case Request.Start start ->
                    starts.take(address) && (start.code() == null || codes.take(address));
            case Request.Resume _ -> starts.take(address);
            case Request.Command(_, Request.Name name) ->
                    name != Request.Name.KEEP || starts.take(address);
            case Request.Answer _, Request.Write _, Request.Skip _, Request.Unsure _ -> true;
            case Request.Change _, Request.Couple _ -> true;
        };
    }

    /// Whether one more frame, or anything as small, may come from an address.
    public boolean maySend(String address) {
        return frames.take(address);
    }

    /// Whether one more frame may come to the conversation that a connection carries. Two pages
    /// with one conversation have no more than one page.
    boolean mayTalk(Seat seat) {
        ConversationId conversation = seat.conversation();
        return conversation == null || talks.take(conversation.hash());
    }
}
