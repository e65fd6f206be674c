package unsaid.web.turn;

import java.util.function.Function;
import unsaid.engine.Turn;
import unsaid.flow.Step.Ending;
import unsaid.web.metrics.Meters;
import unsaid.web.metrics.Stopwatch;
import unsaid.web.metrics.Tally;
import unsaid.web.session.Reply;

/// Counts frames in and out, and what became of conversations. Neither which flow somebody took nor
/// whether somebody asked for help: on a small site, such a count is about one person, so that is
/// for [TalkMeters]. Safe for use by any thread.
public final class FrameMeters {
    private final Tally<Frame> frames;
    private final Tally<Kind> replies;
    private final Tally<Reply.Trouble> problems;
    private final Tally<Ending> ended;
    private final Runnable begun;
    private final Runnable resumed;
    private final Runnable erased;
    private final Runnable failed;
    private final Runnable tooFast;
    private final Stopwatch turns;

    enum Frame {
        START,
        RESUME,
        ANSWER,
        SKIP,
        UNSURE,
        CHANGE,
        COMMAND,
        BAD
    }

    enum Kind {
        STARTED,
        TURN,
        PROBLEM,
        ERASED,
        KEPT,
        CONSENTS,
        SUMMARY
    }

    /// @param tooFast called when a connection is closed because its visitor does not stop sending
    public FrameMeters(Meters meters, Runnable tooFast) {
        this.tooFast = tooFast;
        frames = meters.tally("frames", "Frames that came in.", "type", Frame.class);
        replies = meters.tally("replies", "Frames that went out.", "kind", Kind.class);
        problems =
                meters.tally(
                        "problems", "Frames that were not accepted.", "code", Reply.Trouble.class);
        ended = meters.tally("conversations.ended", "Came to an end.", "how", Ending.class);
        begun = meters.count("conversations.begun", "Were begun.");
        resumed = meters.count("conversations.resumed", "Went on on another connection.");
        erased = meters.count("conversations.erased", "Were erased, by a visitor or by their end.");
        failed = meters.count("failures", "Frames that broke something; their connection closed.");
        turns =
                meters.stopwatch(
                        "turn", "From a frame that was read to its reply, durable and written.");
    }

    /// Encodes as before, and counts what is said for the first time: the reply to a frame that
    /// comes again is kept as it was sent.
    public Function<Reply, String> counted(Function<Reply, String> encode) {
        return reply -> {
            said(reply);
            return encode.apply(reply);
        };
    }

    /// A frame came in.
    public void came(Request request) {
        frames.count(frame(request));
    }

    /// What came in was no frame.
    public void cameBad() {
        frames.count(Frame.BAD);
    }

    /// A frame was played.
    ///
    /// @param before where the visitor sat when it came
    /// @param after where the visitor sits now
    /// @param nanos from its text to its replies' texts
    public void played(Request request, Seat before, Seat after, long nanos) {
        turns.took(nanos);
        if (before.equals(after)) {
            return; // also when it came again
        }
        switch (request) {
            case Request.Start _ -> (after.startedBy() == null ? resumed : begun).run();
            case Request.Resume _ -> resumed.run();
            case Request.Command(_, Request.Name name) -> {
                if (name == Request.Name.ERASE) {
                    erased.run();
                }
            }
            case Request.Answer _, Request.Write _, Request.Skip _, Request.Unsure _ -> {}
            case Request.Change _, Request.Couple _ -> {}
        }
    }

    /// A connection is closed because its visitor does not stop sending.
    public void tooFast() {
        tooFast.run();
    }

    /// A frame could not be answered.
    public void failed() {
        failed.run();
    }

    /// A reply goes out that was not sent before.
    public void said(Reply reply) {
        switch (reply) {
            case Reply.Started _ -> replies.count(Kind.STARTED);
            case Reply.Turned(var accepted, Turn turn, _) -> {
                replies.count(Kind.TURN);
                if (accepted != null) {
                    ended(turn);
                }
            }
            case Reply.Problem problem -> {
                replies.count(Kind.PROBLEM);
                problems.count(problem.code());
            }
            case Reply.Erased _ -> replies.count(Kind.ERASED);
            case Reply.Kept _ -> replies.count(Kind.KEPT);
            case Reply.Consents _ -> replies.count(Kind.CONSENTS);
            case Reply.Summary _ -> replies.count(Kind.SUMMARY);
        }
    }

    private void ended(Turn turn) {
        if (turn.ending() != null) {
            ended.count(turn.ending());
        }
        if (turn.erase()) {
            erased.run();
        }
    }

    private static Frame frame(Request request) {
        return switch (request) {
            case Request.Start _ -> Frame.START;
            case Request.Resume _ -> Frame.RESUME;
            case Request.Answer _, Request.Write _ -> Frame.ANSWER;
            case Request.Skip _ -> Frame.SKIP;
            case Request.Unsure _ -> Frame.UNSURE;
            case Request.Change _ -> Frame.CHANGE;
            case Request.Couple _, Request.Command _ -> Frame.COMMAND;
        };
    }
}
