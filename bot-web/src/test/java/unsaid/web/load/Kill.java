package unsaid.web.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/// `kill -9` at random moments while everybody talks, again and again on the same store. What was
/// killed starts again at once; everybody comes back and goes on to the end of the talk.
record Kill(Measurement with) {
    /// When it is killed.
    enum Moment {
        /// In the middle of talks.
        TALKS,
        /// While everybody begins.
        STARTS,
        /// While the store writes what it has logged to its lasting place.
        CHECKPOINT,
        /// In the middle of talks, and once more while everybody comes back.
        RETURNS
    }

    /// Opens a stage.
    interface Opening {
        Stage in(Programs programs, Path folder) throws IOException;
    }

    /// Kills as many times as the options say.
    void measure(Opening opening) throws IOException {
        int rounds = with.options().number("kills");
        int talks = with.options().number("talks");
        long seed = with.options().number("seed");
        Random random = new Random(seed);
        try (Folder folder = Folder.fresh();
                Stage stage = opening.in(with.programs(), folder.path())) {
            heading(stage, seed);
            KillTotal total = new KillTotal(with.report(), with.faults());
            for (int i = 0; i < rounds; i++) {
                try (Crowd crowd = Crowd.of(with, "k" + i + "-", talks, random, stage::port)) {
                    Moment moment = Moment.values()[i % Moment.values().length];
                    KillRound.Times times = new KillRound(stage, crowd, moment, random).play();
                    total.add(i + 1, moment, crowd.ledger(), times);
                }
            }
            total.tell();
            with.report().target("turns lost or doubled, " + stage.name(), total.faults(), 0, "");
        }
    }

    private void heading(Stage stage, long seed) {
        with.report().heading("kill -9: " + stage.name() + ", seed " + seed);
        with.report()
                .columns(
                        "round",
                        "killed during",
                        "talks to the end",
                        "acknowledged",
                        "sent again",
                        "of these counted before",
                        "lost",
                        "doubled",
                        "wrong",
                        "ready again ms",
                        "first goes on",
                        "last goes on");
    }
}
