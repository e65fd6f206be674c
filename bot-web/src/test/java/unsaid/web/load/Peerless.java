package unsaid.web.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import unsaid.web.Gate;
import unsaid.web.load.Faults.Kind;

/// Peers that are there and are not: they read nothing, or vanished without a word.
record Peerless(Measurement with) {
    private static final Pattern OPEN = Pattern.compile("(?m)^unsaid_connections (\\d+)");
    private static final int TURNS = 12;
    private static final double MEGA = 1 << 20;
    private static final double SECOND = 1e9;

    /// Some read nothing and ask for much; the others must not notice.
    void slow() throws IOException {
        int count = with.options().number("talks");
        List<Deaf> deaf = new ArrayList<>();
        for (Script each : with.scripts().many(count)) {
            deaf.add(new Deaf(each, TURNS));
        }
        int metrics = freePort();
        Programs programs = programs().with(List.of("metrics.port=" + metrics)).withJvm("-Xmx128m");
        try (Folder folder = Folder.fresh();
                ServerProcess server = programs.unsaid(folder.path());
                Crowd crowd = crowd("o", count, server.port());
                HttpClient http = HttpClient.newHttpClient()) {
            crowd.wantMore(true);
            crowd.talk(() -> crowd.ledger().acknowledged() >= count);
            long before = server.residentBytes();
            long turns = crowd.ledger().acknowledged();
            long begun = System.nanoTime();
            crowd.joinedBy(deaf, server.port());
            crowd.talk(() -> deaf.stream().allMatch(Deaf::isDeaf));
            long[] most = {before};
            crowd.talk(() -> {
                most[0] = Math.max(most[0], server.residentBytes());
                return open(http, metrics) <= count;
            });
            double took = (System.nanoTime() - begun) / SECOND;
            turns = crowd.ledger().acknowledged() - turns;
            crowd.wantMore(false);
            crowd.talk(crowd::isDone);
            tellSlow(count, turns, took, before, most[0], server.liveBytes());
        }
    }

    private void tellSlow(int count, long turns, double took, long before, long most, long live) {
        with.report()
                .heading(
                        count
                                + " visitors read nothing, and ask for 4,000 summaries each; heap of 128 MB");
        with.report()
                .columns(
                        "all dropped after s",
                        "turns of " + count + " others meanwhile",
                        "of these lost, doubled or wrong",
                        "RSS before MB",
                        "most",
                        "heap in use afterwards MB");
        with.report()
                .row(
                        Report.number(took),
                        Report.number(turns),
                        Integer.toString(faults()),
                        Report.number(before / MEGA),
                        Report.number(most / MEGA),
                        Report.number(live / MEGA));
    }

    private int faults() {
        return with.faults().count(Kind.MISSING)
                + with.faults().count(Kind.DOUBLED)
                + with.faults().count(Kind.WRONG);
    }

    /// The way to the server is cut, and neither side is told. Everybody goes on by another way.
    void halfOpen() throws IOException {
        int count = with.options().number("talks");
        int metrics = freePort();
        Programs programs = programs().with(List.of("metrics.port=" + metrics));
        try (Folder folder = Folder.fresh();
                ServerProcess server = programs.unsaid(folder.path());
                Gate gate = new Gate(server.port());
                Crowd cut = crowd("h", count, gate.port());
                HttpClient http = HttpClient.newHttpClient()) {
            cut.wantMore(true);
            long connected = System.nanoTime();
            cut.talk(() -> cut.answeredSince(connected) == count);
            gate.fallSilent();
            long begun = System.nanoTime();
            cut.wantMore(false);
            cut.vanish(server.port());
            cut.talk(cut::isDone);
            double goneOn = (System.nanoTime() - begun) / SECOND;
            cut.talk(() -> open(http, metrics) <= count);
            tellHalfOpen(count, goneOn, (System.nanoTime() - begun) / SECOND);
        }
    }

    private void tellHalfOpen(int count, double goneOn, double gone) {
        with.report().heading(count + " connections are cut, and neither side is told");
        with.report()
                .columns(
                        "all talks at their end, by another connection, after s",
                        "lost, doubled or wrong",
                        "all cut connections closed after s");
        with.report().row(Report.number(goneOn), Integer.toString(faults()), Report.number(gone));
        with.report()
                .target(
                        "cut connections are closed",
                        gone,
                        2 * with.options().number("silence") + 2,
                        " s");
    }

    private static int open(HttpClient http, int port) throws IOException {
        try {
            String all =
                    http.send(
                                    HttpRequest.newBuilder(
                                                    URI.create(
                                                            "http://127.0.0.1:"
                                                                    + port
                                                                    + "/metrics"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            Matcher open = OPEN.matcher(all);
            if (!open.find()) {
                throw new IOException("the metrics do not tell");
            }
            return Integer.parseInt(open.group(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private Programs programs() {
        return with.programs()
                .with(
                        List.of(
                                "store=sqlite:talks.db",
                                "socket.silence=" + with.options().number("silence")));
    }

    private Crowd crowd(String name, int count, int port) throws IOException {
        return Crowd.of(with, name, count, new Random(with.options().number("seed")), _ -> port);
    }
}
