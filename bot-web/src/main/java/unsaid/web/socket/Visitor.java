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
        return answer(desk.codec().decode(text));
    }

    boolean isTooFast() {
        return refused >= PATIENCE;
    }

    private List<String> answer(Decoded decoded) {
        if (!bucket.take() || !desk.maySend(address) || !desk.mayTalk(seat)) {
            refused++;
            return List.of(tooFast(decoded.id()));
        }
        return switch (decoded) {
            case Decoded.Bad(Reply.Problem problem) -> List.of(desk.codec().encode(problem));
            case Decoded.Good(Request request) ->
                    desk.mayGreet(address, request)
                            ? play(request)
                            : List.of(tooFast(request.id()));
        };
    }

    private List<String> play(Request request) {
        Turns.Played played = desk.turns().play(request, seat);
        seat = played.seat();
        return played.replies();
    }

    private String tooFast(@Nullable String id) {
        return desk.codec()
                .encode(
                        new Reply.Problem(
                                id,
                                Trouble.TOO_FAST,
                                "That was very fast. Please wait a moment and send it again."));
    }
}
