package unsaid.web.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a visitor was told of late, so that a frame that comes again gets the same reply and counts
/// once. Immutable.
///
/// @param replies the last replies, oldest first
/// @param counted marks of frames before those, whose reply is not remembered any more; oldest
///   first, not to be changed
public record Told(List<Sent> replies, long[] counted) {
    /// Replies remembered, at most.
    static final int REPLIES = 8;

    /// Replies remembered, whatever their length: a page has one frame under way at a time, and a
    /// talk may be open on two.
    static final int AT_LEAST = 2;

    /// Characters of all remembered replies, beyond [#AT_LEAST] of them.
    static final int LENGTH = 2_000;

    /// Frames whose mark is remembered longer than their reply.
    static final int COUNTED = 32;

    static final Told NOTHING = new Told(List.of(), new long[0]);

    public Told {
        replies = List.copyOf(replies);
    }

    /// One reply as it was sent.
    ///
    /// @param frame id of the visitor's frame that it answers
    /// @param turn number of the turn it tells of; 0: it tells of none
    /// @param text the frame on the wire
    public record Sent(String frame, int turn, String text) {}

    /// The same with one more reply.
    Told and(Sent sent) {
        List<Sent> all = new ArrayList<>(replies);
        all.add(sent);
        int first = 0;
        int length = all.stream().mapToInt(each -> each.text().length()).sum();
        while (all.size() - first > REPLIES || (length > LENGTH && all.size() - first > AT_LEAST)) {
            length -= all.get(first).text().length();
            first++;
        }
        long[] marks = counted;
        for (Sent gone : all.subList(0, first)) {
            marks = with(marks, mark(gone.frame()));
        }
        return new Told(all.subList(first, all.size()), marks);
    }

    private static long[] with(long[] marks, long mark) {
        int from = marks.length < COUNTED ? 0 : 1;
        long[] more = Arrays.copyOfRange(marks, from, marks.length + 1);
        more[more.length - 1] = mark;
        return more;
    }

    /// The reply to a frame; null if it is not remembered.
    @Nullable Sent reply(String frame) {
        for (Sent each : replies) {
            if (each.frame().equals(frame)) {
                return each;
            }
        }
        return null;
    }

    /// Whether a frame was answered before, though its reply is forgotten.
    boolean hasCounted(String frame) {
        long mark = mark(frame);
        for (long each : counted) {
            if (each == mark) {
                return true;
            }
        }
        return false;
    }

    /// 64 bits (FNV-1a with a final mix): two of some dozen ids of one conversation agree by chance
    /// once in many billions of conversations.
    private static long mark(String frame) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < frame.length(); i++) {
            hash = (hash ^ frame.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
        return hash ^ hash >>> 32;
    }

    /// Replies that tell of the turns after number `seen` up to `last`, in order; null if not all
    /// of them are remembered.
    @Nullable List<Sent> after(int seen, int last) {
        List<Sent> turns = new ArrayList<>();
        int next = seen + 1;
        for (Sent each : replies) {
            if (each.turn() == next) {
                turns.add(each);
                next++;
            }
        }
        return next == last + 1 ? turns : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Told(var replies, var counted)
                && replies.equals(this.replies)
                && Arrays.equals(counted, this.counted);
    }

    @Override
    public int hashCode() {
        return 31 * replies.hashCode() + Arrays.hashCode(counted);
    }
}
