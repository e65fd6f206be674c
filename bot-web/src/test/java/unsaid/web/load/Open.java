package unsaid.web.load;

import java.io.IOException;
import java.util.List;

/// Turns come at a fixed rate. Latency counts from when a frame was to be sent, so that a stall is
/// felt by all that come due meanwhile.
record Open(Measurement with) {
    void measure() throws IOException {
        int rate = with.options().number("rate");
        int connections = with.options().numbers("connections").getFirst();
        with.report()
                .heading(
                        "Open loop, "
                                + Report.number(rate)
                                + " turns a second on "
                                + connections
                                + " connections, store: "
                                + with.store());
        with.report()
                .columns(
                        "server",
                        "turns/s",
                        "p50 ms",
                        "p90",
                        "p99",
                        "p99.9",
                        "max",
                        "CPU a turn µs");
        try (Folder folder = Folder.fresh();
                Side unsaid = with.side(with.patient().unsaid(folder.path()));
                Side echo = with.side(with.programs().echo(folder.path()))) {
            List<Echoer> echoers = with.echoers(connections);
            List<Talker> talkers = with.talkers("o", connections);
            echo.connect(echoers);
            unsaid.connect(talkers);
            row("echo", measured(echo, echoers, rate));
            row("unsaid", measured(unsaid, talkers, rate));
        }
    }

    private Round measured(Side side, List<? extends Player> players, int rate) throws IOException {
        side.play(new ClosedLoop(with.options().number("warm-up")), players);
        long turns = (long) rate * with.options().number("seconds");
        return side.play(new OpenLoop(turns, rate), players);
    }

    private void row(String server, Round round) {
        with.report()
                .row(
                        server,
                        Report.number(round.perSecond()),
                        Report.number(round.millis(50)),
                        Report.number(round.millis(90)),
                        Report.number(round.millis(99)),
                        Report.number(round.millis(99.9)),
                        Report.number(round.millis(100)),
                        Report.number(round.cpuMicros()));
    }
}
