package unsaid.web.socket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.web.session.Bucket;
import unsaid.web.session.Reply;
import unsaid.web.session.Reply.Trouble;
import unsaid.web.socket.FrameCodec.Decoded;
import unsaid.web.turn.Request;
import unsaid.web.turn.Seat;
import unsaid.web.turn.Turns;

/// The visitor at the other end of one connection. Not for use by several threads at once: a
/// connection delivers its messages one after another.
final class Visitor {
    /// Frames over the limit after which the connection is closed.
    static final int PATIENCE = 100;

    private final Desk desk;
    private final String address;
    private final Bucket bucket;
    private volatile Seat seat = Seat.EMPTY;
    private volatile int refused;

    Visitor(Desk desk, String address, Bucket bucket) {
        this.desk = desk;
        this.address = address;
        this.bucket = bucket;
    }

    /// Frame in, frames out.
    List<String> receive(String text) {
        long begun = desk.now();
        Decoded decoded = desk.codec().decode(text);
        switch (decoded) {
            case Decoded.Good(Request request) -> desk.meters().came(request);
            case Decoded.Bad _ -> desk.meters().cameBad();
        }
        return answer(decoded, begun);
    }

    boolean isTooFast() {
        return refused >= PATIENCE;
    }

    private List<String> answer(Decoded decoded, long begun) {
        if (!bucket.take() || !desk.pace().maySend(address) || !desk.pace().mayTalk(seat)) {
            refused++;
            return List.of(tooFast(decoded.id()));
        }
        return switch (decoded) {
            case Decoded.Bad(Reply.Problem problem) -> List.of(desk.encode(problem));
            case Decoded.Good(Request request) ->
                    desk.pace().mayGreet(address, request)
                            ? play(request, begun)
                            : List.of(tooFast(request.id()));
        };
    }

    private List<String> play(Request request, long begun) {
        Seat before = seat;
        Turns.Played played = desk.turns().play(request, before);
        seat = played.seat();
        desk.meters().played(request, before, played.seat(), desk.now() - begun);
        return played.replies();
    }

    private String tooFast(@Nullable String id) {
        return desk.encode(
                new Reply.Problem(
                        id,
                        Trouble.TOO_FAST,
                        "That was very fast. Please wait a moment and send it again."));
    }
}
