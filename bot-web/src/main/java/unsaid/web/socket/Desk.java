package unsaid.web.socket;

import java.util.function.LongSupplier;
import unsaid.web.session.Reply;
import unsaid.web.session.Reply.Trouble;
import unsaid.web.turn.FrameMeters;
import unsaid.web.turn.Pace;
import unsaid.web.turn.Turns;

/// What all connections share. Safe for use by any thread.
public final class Desk {
    private static final Reply NOT_TEXT =
            new Reply.Problem(null, Trouble.NOT_JSON, "Frames are text, not binary.");

    private final FrameCodec codec;
    private final Turns turns;
    private final Pace pace;
    private final LongSupplier nanos;
    private final FrameMeters meters;
    private final String notText;

    /// @param nanos a clock in nanoseconds that never goes back
    public Desk(FrameCodec codec, Turns turns, Pace pace, LongSupplier nanos, FrameMeters meters) {
        this.codec = codec;
        this.turns = turns;
        this.pace = pace;
        this.nanos = nanos;
        this.meters = meters;
        this.notText = codec.encode(NOT_TEXT);
    }

    Visitor visitor(String address) {
        return new Visitor(this, address, pace.connection());
    }

    FrameCodec codec() {
        return codec;
    }

    Turns turns() {
        return turns;
    }

    Pace pace() {
        return pace;
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
        meters.cameBad();
        meters.said(NOT_TEXT);
        return notText;
    }
}
