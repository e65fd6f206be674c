package unsaid.web.load;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// All who are there erase what they said at the same moment, the code to come back with it. None
/// is told that it is done before it is.
record Erase(Measurement with) {
    private static final double SECOND = 1e3;

    void measure() throws IOException {
        int talks = with.options().number("talks");
        with.report().heading("Erasing, " + talks + " visitors at once, store: " + with.store());
        with.report().columns("", "p50 ms", "p90", "p99", "max");
        try (Folder folder = Folder.fresh();
                Side side = with.side(with.programs().unsaid(folder.path()))) {
            List<Leaver> leavers =
                    Stream.generate(() -> new Leaver(with.faults())).limit(talks).toList();
            side.connect(leavers);
            row("begun", side.play(new ClosedLoop(talks), leavers));
            row("kept for later, slow on purpose", side.play(new ClosedLoop(talks), leavers));
            Round erased = side.play(new ClosedLoop(talks), leavers);
            row("erased", erased);
            with.report()
                    .target(
                            "erased, the slowest of " + talks + " at once, store: " + with.store(),
                            erased.millis(100) / SECOND,
                            1,
                            " s");
        }
    }

    private void row(String what, Round round) {
        with.report()
                .row(
                        what,
                        Report.number(round.millis(50)),
                        Report.number(round.millis(90)),
                        Report.number(round.millis(99)),
                        Report.number(round.millis(100)));
    }
}
