package unsaid.web.load;

import java.io.IOException;
import java.util.Random;
import unsaid.web.Gate;
import unsaid.web.load.Faults.Kind;

/// The database, and then the disk, is away for some time while everybody talks: visitors wait and
/// send again.
record Away(Measurement with) {
    /// Both ways in which a database can be away.
    void database() throws IOException {
        heading("The database is away");
        try (Folder folder = Folder.fresh();
                Postgres database = new Postgres(folder.path());
                Gate gate = new Gate(database.port());
                ServerProcess server =
                        with.programs()
                                .with(database.settings(gate.port()))
                                .unsaid(folder.path())) {
            play("refuses", "d", server, gate::refuse, gate::reopen);
            play("is silent", "s", server, gate::fallSilent, gate::reopen);
        }
    }

    /// A disk on which nothing more can be written, until there is room again. A limit on the size
    /// of files stands for it: a write fails in the same place.
    void disk() throws IOException {
        heading("The disk is full");
        Programs programs = with.programs().with(java.util.List.of("store=sqlite:talks.db"));
        try (Folder folder = Folder.fresh();
                ServerProcess server = programs.unsaid(folder.path())) {
            play("full", "f", server, server::limitFiles, server::liftLimitOnFiles);
        }
    }

    private void heading(String what) {
        with.report().heading(what + " for " + with.options().number("away") + " s");
        with.report()
                .columns(
                        "it",
                        "talks to the end",
                        "acknowledged",
                        "of these meanwhile",
                        "lost",
                        "doubled",
                        "wrong",
                        "first goes on after s",
                        "last",
                        "pages meanwhile");
    }

    private void play(
            String how, String name, ServerProcess server, Outage.Act breaks, Outage.Act mends)
            throws IOException {
        Random random = new Random(with.options().number("seed"));
        try (Crowd crowd =
                        Crowd.of(
                                with,
                                name,
                                with.options().number("talks"),
                                random,
                                _ -> server.port());
                Visits visits = new Visits(server.port())) {
            Outage outage = new Outage(crowd, with.options().number("away"));
            outage.play(breaks, mends);
            with.report()
                    .row(
                            how,
                            Report.number(crowd.ledger().talks()),
                            Report.number(crowd.ledger().acknowledged()),
                            outage.meanwhile(),
                            Integer.toString(with.faults().count(Kind.MISSING)),
                            Integer.toString(with.faults().count(Kind.DOUBLED)),
                            Integer.toString(with.faults().count(Kind.WRONG)),
                            outage.first(),
                            outage.last(),
                            visits.told());
        }
    }
}
