package unsaid.web.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/// Many who have begun a talk and say nothing: at once, and after they were silent for a while.
/// What one costs is the difference between all of them and the first few, for whom classes were
/// loaded and pools filled.
record Idle(Measurement with) {
    private static final int FIRST = 500;
    private static final int TURNS = 4;
    private static final int SCRIPTS = 3_000;
    private static final double KILO = 1 << 10;
    private static final double MEGA = 1 << 20;

    void measure() throws IOException {
        int visitors = with.options().number("visitors");
        int seconds = with.options().number("seconds");
        Duration silence = Duration.ofSeconds(2L * seconds + 1);
        int first = Math.min(FIRST, visitors / 2);
        with.report().heading("Idle visitors, store: " + with.store());
        try (Folder folder = Folder.fresh();
                Side side =
                        with.side(
                                with.programs()
                                        .with(List.of("conversations.rest=" + seconds))
                                        .unsaid(folder.path()))) {
            List<Talker> talkers = with.talkers("i", visitors, scripts(visitors));
            enter(side, talkers.subList(0, first));
            side.rest(silence);
            long before = side.server().liveBytes();
            enter(side, talkers.subList(first, visitors));
            long fresh = side.server().liveBytes();
            side.rest(silence);
            long after = side.server().liveBytes();
            long resident = side.server().residentBytes();
            Duration cpu = side.server().cpu();
            side.rest(silence);
            double share = 100.0 * side.server().cpu().minus(cpu).toNanos() / silence.toNanos();
            side.each(1, talkers); // everybody is still there, and still knows where they were
            double each = (after - before) / (double) (visitors - first);
            double atOnce = (fresh - before) / (double) (visitors - first);
            tell(visitors, atOnce, each, after, resident, share);
        }
    }

    /// Two may hold the same one here: there are many visitors, and each says little.
    private Queue<Script> scripts(int visitors) {
        List<Script> some = with.scripts().many(Math.min(SCRIPTS, visitors));
        Queue<Script> all = new ArrayDeque<>();
        for (int i = 0; i < visitors; i++) {
            all.add(some.get(i % some.size()));
        }
        return all;
    }

    private static void enter(Side side, List<Talker> talkers) throws IOException {
        side.connect(talkers);
        side.each(TURNS, talkers);
    }

    private void tell(
            int visitors, double atOnce, double each, long live, long resident, double share) {
        with.report()
                .columns(
                        "visitors",
                        "heap each KB, at once",
                        "after some silence",
                        "heap in use MB",
                        "RSS MB",
                        "CPU at rest %");
        with.report()
                .row(
                        Report.number(visitors),
                        Report.number(atOnce / KILO),
                        Report.number(each / KILO),
                        Report.number(live / MEGA),
                        Report.number(resident / MEGA),
                        Report.number(share));
        String heap = "heap of an idle visitor with conversation, store: " + with.store();
        with.report().target(heap + ", at once", atOnce / KILO, 6, " KB");
        with.report().target(heap + ", after some silence", each / KILO, 6, " KB");
        if (resident > 0) {
            with.report()
                    .target(
                            "RSS with "
                                    + Report.number(visitors)
                                    + " visitors, store: "
                                    + with.store(),
                            resident / MEGA,
                            300,
                            " MB");
        }
    }
}
