package unsaid.web.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// From the start of the process until it is ready, and until the first reply came: without help,
/// and with an AOT cache that was made by a process that served a few talks.
record StartUp(Measurement with) {
    private static final double MILLI = 1e6;
    private static final double SECOND = 1e9;
    private static final int TRAINING = 300;

    /// How a server is started that works in a folder.
    private interface Start {
        ServerProcess in(Path folder) throws IOException;
    }

    void measure() throws IOException {
        with.report().heading("Start-up, store: " + with.store());
        with.report()
                .columns("", "ready ms", "CPU ms", "CPU ms, first reply included", "least to most");
        try (Folder folder = Folder.fresh()) {
            Programs packed = with.programs().packed(folder.path());
            tell("bare echo", with.programs()::echo, with.echoers(1));
            target(
                    "ready",
                    tell("without cache", with.programs()::unsaid, with.talkers("s", 1)),
                    1.2);
            Path cache = folder.path().resolve("unsaid.aot");
            train(
                    packed.withJvm(
                            "-XX:AOTCacheOutput=" + cache,
                            "-XX:+UnlockDiagnosticVMOptions",
                            "-XX:-AOTRecordTraining"),
                    folder.path());
            target(
                    "ready, with an AOT cache",
                    tell(
                            "with an AOT cache",
                            packed.withJvm("-XX:AOTCache=" + cache)::unsaid,
                            with.talkers("s", 1)),
                    0.7);
        }
    }

    private void train(Programs programs, Path folder) throws IOException {
        try (Side side = with.side(programs.unsaid(folder))) {
            List<Talker> talkers = with.talkers("t", 2);
            side.connect(talkers);
            side.play(new ClosedLoop(TRAINING), talkers);
        }
    }

    private double tell(String how, Start start, List<? extends Player> one) throws IOException {
        List<double[]> runs = new ArrayList<>();
        for (int i = 0; i < with.options().number("starts"); i++) {
            runs.add(run(start, one));
        }
        double[] cpu = column(runs, 1);
        with.report()
                .row(
                        how,
                        Report.number(Round.median(column(runs, 0))),
                        Report.number(Round.median(cpu)),
                        Report.number(Round.median(column(runs, 2))),
                        Report.number(java.util.Arrays.stream(cpu).min().orElse(0))
                                + "–"
                                + Report.number(java.util.Arrays.stream(cpu).max().orElse(0)));
        return Round.median(cpu);
    }

    private static double[] column(List<double[]> runs, int which) {
        return runs.stream().mapToDouble(run -> run[which]).toArray();
    }

    private double[] run(Start start, List<? extends Player> one) throws IOException {
        try (Folder folder = Folder.fresh();
                Side side = with.side(start.in(folder.path()))) {
            double cpu = side.server().cpu().toNanos() / MILLI;
            side.connect(one);
            side.each(1, one);
            return new double[] {
                side.server().ready().toNanos() / MILLI, cpu, side.server().cpu().toNanos() / MILLI
            };
        }
    }

    private void target(String what, double millis, double most) {
        with.report()
                .target(
                        what + ", store: " + with.store(),
                        millis * MILLI / SECOND,
                        most,
                        " CPU-seconds");
    }
}
