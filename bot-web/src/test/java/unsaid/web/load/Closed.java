package unsaid.web.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Everybody sends as soon as the last reply came. The server and a bare echo take turns, round by
/// round, so that whatever else the machine does meets both.
record Closed(Measurement with) {
    void measure() throws IOException {
        with.report().heading("Closed loop, store: " + with.store());
        with.report()
                .columns(
                        "connections",
                        "server",
                        "turns/s",
                        "p50 ms",
                        "p90",
                        "p99",
                        "p99.9",
                        "max",
                        "CPU a turn µs",
                        "least to most");
        int most = with.options().numbers("connections").stream().mapToInt(i -> i).max().orElse(1);
        try (Folder folder = Folder.fresh();
                Side unsaid = with.side(with.patient().unsaid(folder.path()));
                Side echo = with.side(with.programs().echo(folder.path()))) {
            List<Talker> talkers = with.talkers("c", most);
            List<Echoer> echoers = with.echoers(most);
            unsaid.connect(talkers);
            echo.connect(echoers);
            int warm = with.options().number("warm-up");
            unsaid.play(new ClosedLoop(warm), talkers);
            echo.play(new ClosedLoop(warm), echoers);
            for (int connections : with.options().numbers("connections")) {
                compare(
                        unsaid,
                        talkers.subList(0, connections),
                        echo,
                        echoers.subList(0, connections));
            }
        }
    }

    private void compare(Side unsaid, List<Talker> talkers, Side echo, List<Echoer> echoers)
            throws IOException {
        List<Round> turns = new ArrayList<>();
        List<Round> echoes = new ArrayList<>();
        int count = with.options().number("turns");
        for (int i = 0; i < with.options().number("rounds"); i++) {
            echoes.add(echo.play(new ClosedLoop(count), echoers));
            turns.add(unsaid.play(new ClosedLoop(count), talkers));
        }
        row("unsaid", talkers.size(), turns);
        row("echo", talkers.size(), echoes);
        ratio(talkers.size(), turns, echoes);
    }

    private void ratio(int connections, List<Round> turns, List<Round> echoes) {
        double ratio =
                Round.median(turns, Round::cpuMicros) / Round.median(echoes, Round::cpuMicros);
        with.report()
                .row(
                        Integer.toString(connections),
                        "**unsaid / echo**",
                        Report.number(
                                Round.median(turns, Round::perSecond)
                                        / Round.median(echoes, Round::perSecond)),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "**" + Report.number(ratio) + "**",
                        "");
        double most = !with.keeps() ? 1.5 : connections >= 400 ? 1.6 : 2.5;
        with.report()
                .target(
                        "CPU a turn / echo, "
                                + connections
                                + " connections, store: "
                                + with.store(),
                        ratio,
                        most,
                        " ×");
    }

    private void row(String server, int connections, List<Round> rounds) {
        Round all = Round.sum(rounds);
        double[] cpu = rounds.stream().mapToDouble(Round::cpuMicros).sorted().toArray();
        with.report()
                .row(
                        Integer.toString(connections),
                        server,
                        Report.number(Round.median(rounds, Round::perSecond)),
                        Report.number(all.millis(50)),
                        Report.number(all.millis(90)),
                        Report.number(all.millis(99)),
                        Report.number(all.millis(99.9)),
                        Report.number(all.millis(100)),
                        Report.number(Round.median(cpu)),
                        Report.number(cpu[0]) + "–" + Report.number(cpu[cpu.length - 1]));
    }
}
