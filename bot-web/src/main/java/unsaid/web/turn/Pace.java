package unsaid.web.turn;

import java.util.function.LongSupplier;
import unsaid.web.session.Bucket;
import unsaid.web.session.Buckets;
import unsaid.web.session.store.ConversationId;

/// How fast visitors may send, whatever their frames come by. Safe for use by any thread.
public final class Pace {
    private final Rates rates;
    private final LongSupplier nanos;
    private final Buckets frames;
    private final Buckets starts;
    private final Buckets talks;
    private final Buckets codes;

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

    /// @param nanos a clock in nanoseconds that never goes back
    public Pace(Rates rates, LongSupplier nanos) {
        this.rates = rates;
        this.nanos = nanos;
        this.frames = new Buckets(rates.address(), nanos);
        this.starts = new Buckets(rates.starts(), nanos);
        this.talks = new Buckets(rates.talk(), nanos);
        this.codes = new Buckets(rates.codes(), nanos);
    }

    /// For a connection that has just been opened.
    public Bucket connection() {
        return new Bucket(rates.connection(), nanos);
    }

    /// Whether an address may ask once more for what costs the server much: a conversation begun or
    /// found again, or the slow making of a code.
    public boolean mayGreet(String address, Request request) {
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
    public boolean mayTalk(Seat seat) {
        ConversationId conversation = seat.conversation();
        return conversation == null || talks.take(conversation.hash());
    }
}
