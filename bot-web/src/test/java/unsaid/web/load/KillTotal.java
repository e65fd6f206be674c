package unsaid.web.load;

import java.util.Arrays;
import java.util.Locale;
import unsaid.web.load.Faults.Kind;

/// The figures of all rounds on one stage.
final class KillTotal {
    private static final double MILLI = 1e6;
    private static final Kind[] KINDS = {Kind.MISSING, Kind.DOUBLED, Kind.WRONG};

    private final Report report;
    private final Faults faults;
    private final int[] before;
    private int[] told;
    private long acknowledged;
    private long talks;
    private long again;
    private long counted;
    private long longest;

    KillTotal(Report report, Faults faults) {
        this.report = report;
        this.faults = faults;
        this.before = counts();
        this.told = before;
    }

    private int[] counts() {
        return Arrays.stream(KINDS).mapToInt(faults::count).toArray();
    }

    /// Tells of one round.
    void add(int round, Kill.Moment moment, Ledger ledger, KillRound.Times times) {
        long sentAgain = ledger.countedBefore() + ledger.countedNow();
        acknowledged += ledger.acknowledged();
        talks += ledger.talks();
        again += sentAgain;
        counted += ledger.countedBefore();
        longest = Math.max(longest, times.last());
        int[] now = counts();
        report.row(
                Integer.toString(round),
                moment.name().toLowerCase(Locale.ROOT),
                Report.number(ledger.talks()),
                Report.number(ledger.acknowledged()),
                Report.number(sentAgain),
                Report.number(ledger.countedBefore()),
                Integer.toString(now[0] - told[0]),
                Integer.toString(now[1] - told[1]),
                Integer.toString(now[2] - told[2]),
                Report.number(times.ready() / MILLI),
                Report.number(times.first() / MILLI),
                Report.number(times.last() / MILLI));
        told = now;
    }

    /// Tells of all.
    void tell() {
        int[] now = counts();
        report.row(
                "**all**",
                "",
                Report.number(talks),
                Report.number(acknowledged),
                Report.number(again),
                Report.number(counted),
                "**" + (now[0] - before[0]) + "**",
                "**" + (now[1] - before[1]) + "**",
                "**" + (now[2] - before[2]) + "**",
                "",
                "",
                Report.number(longest / MILLI));
    }

    /// Turns lost, doubled, or answered wrongly.
    int faults() {
        return Arrays.stream(counts()).sum() - Arrays.stream(before).sum();
    }
}
