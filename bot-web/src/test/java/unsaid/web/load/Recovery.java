package unsaid.web.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The server is killed in the middle of many talks and started again on what it kept. Everybody
/// comes back, gets the whole transcript, and sends again what got no reply.
record Recovery(Measurement with) {
    private static final int TURNS_EACH = 8;
    private static final double MILLI = 1e6;

    void measure() throws IOException {
        with.report().heading("Recovery from kill -9, store: " + with.store());
        try (Folder folder = Folder.fresh()) {
            List<Talker> talkers = with.talkers("r", with.options().number("talks"));
            comeBack(folder.path(), cut(folder.path(), talkers));
        }
    }

    /// Plays and kills; what replies had come by then is taken in.
    private List<Returner> cut(Path folder, List<Talker> talkers) throws IOException {
        try (Side side = with.side(with.programs().unsaid(folder))) {
            side.connect(talkers);
            side.crash((long) talkers.size() * TURNS_EACH, talkers);
        }
        List<Returner> back = new ArrayList<>();
        for (Talker talker : talkers) {
            Returner returner = Returner.of(talker, with.scripts(), with.faults());
            if (returner != null) {
                back.add(returner);
            }
        }
        return back;
    }

    private void comeBack(Path folder, List<Returner> back) throws IOException {
        long begun = System.nanoTime();
        try (Side side = with.side(with.programs().unsaid(folder))) {
            double ready = (System.nanoTime() - begun) / MILLI;
            side.connect(back);
            Loop resumes = new ClosedLoop(back.size());
            side.play(resumes, back);
            double all = (System.nanoTime() - begun) / MILLI;
            double first = (resumes.first() - begun) / MILLI;
            List<Returner> kept = back.stream().filter(one -> !one.isForgotten()).toList();
            side.each(1, kept);
            tell(back.size(), kept.size(), ready, first, all);
        }
    }

    private void tell(int talks, int kept, double ready, double first, double all) {
        with.report()
                .columns(
                        "talks under way",
                        "kept",
                        "ready again ms",
                        "first resumed",
                        "all resumed");
        with.report()
                .row(
                        Report.number(talks),
                        Report.number(kept),
                        Report.number(ready),
                        Report.number(first),
                        Report.number(all));
        if (kept == 0 && !with.keeps()) {
            with.report().line("");
            with.report().line("Not kept by this store.");
            return;
        }
        for (int i = kept; i < talks; i++) {
            with.faults().add(Faults.Kind.MISSING, "a talk was lost with the server");
        }
        with.report().target("talks lost by kill -9, store: " + with.store(), talks - kept, 0, "");
    }
}
