package unsaid.web.turn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Library;
import unsaid.engine.Turn;
import unsaid.flow.Flow;
import unsaid.flow.Option.Act;
import unsaid.flow.Step;
import unsaid.web.metrics.Meters;
import unsaid.web.metrics.Tens;
import unsaid.web.session.Marks;
import unsaid.web.session.Talk;

/// Counts how talks go, by the flow they were begun with, in whole tens: how many were begun, came
/// to a summary, came to an end and to which, and opened help. Each of it once for a talk, whatever
/// its visitor does, and never which danger was met. Only talks that were begun here, and have been
/// open here since: one that is found in the store again is neither begun nor ended. Safe for use
/// by any thread.
public final class TalkMeters {
    /// Counts nothing.
    public static final TalkMeters NONE = new TalkMeters(Meters.UNREAD);

    private static final String STOPPED = "stopped";
    private static final String LEFT = "left";
    private static final String HELP = "help";

    private final Tens begun;
    private final Tens summaries;
    private final Tens ended;
    private final Tens helped;

    public TalkMeters(Meters meters) {
        begun = meters.tens("talks.begun", "Talks that were begun, in tens.", "flow");
        summaries = meters.tens("talks.summary", "Talks that came to a card, in tens.", "flow");
        ended = meters.tens("talks.ended", "Talks that ended, in tens.", "flow", "end");
        helped = meters.tens("talks.help", "Talks in which help was opened, in tens.", "flow");
    }

    /// Whether anything is counted.
    boolean counts() {
        return this != NONE;
    }

    /// A new talk, and its first turn.
    ///
    /// @param marks null: it is not counted
    void begun(@Nullable Marks marks, Talk talk) {
        if (marks != null) {
            begun.count(flow(talk));
            went(marks, talk);
        }
    }

    /// A talk went one turn further.
    ///
    /// @param marks null: it is not counted
    void went(@Nullable Marks marks, Talk talk) {
        if (marks == null) {
            return;
        }
        Turn turn = talk.turn();
        if (turn.card() != null && marks.first("summary")) {
            summaries.count(flow(talk));
        }
        if (turn.ending() != null && marks.first("end")) {
            ended.count(flow(talk), end(talk));
        }
        if (isInHelp(talk) && marks.first("help")) {
            helped.count(flow(talk));
        }
    }

    private static String flow(Talk talk) {
        return talk.conversation().log().flow();
    }

    private static boolean isInHelp(Talk talk) {
        String open = talk.conversation().open();
        return open != null
                && open.startsWith(Library.SAFETY + "/")
                && !flow(talk).equals(Library.SAFETY);
    }

    /// The end as `flow/step`; a word without a slash where it was no step, or one of help, whose
    /// name would tell which danger was met.
    private static String end(Talk talk) {
        if (talk.turn().act() == Act.LEAVE) {
            return LEFT;
        }
        List<String> trail = talk.conversation().trail();
        String last = trail.isEmpty() ? "" : trail.getLast();
        if (last.startsWith(Library.SAFETY + "/")) {
            return HELP;
        }
        return isEnd(last, talk.engine().library()) ? last : STOPPED;
    }

    private static boolean isEnd(String at, Library library) {
        String[] parts = at.split("/", 2);
        Flow flow = parts.length < 2 ? null : library.flow(parts[0]);
        return flow != null
                && flow.everyStep().stream()
                        .anyMatch(step ->
                                step.id().equals(parts[1]) && step.kind() instanceof Step.Kind.End);
    }
}
