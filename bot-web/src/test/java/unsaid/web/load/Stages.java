package unsaid.web.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The stages on which kills are played.
final class Stages {
    private Stages() {}

    /// One server on one SQLite file.
    static Stage sqlite(Programs programs, Path folder) throws IOException {
        return new Alone(programs.with(java.util.List.of("store=sqlite:talks.db")), folder, null);
    }

    /// One server on one PostgreSQL; the server is killed.
    static Stage postgresql(Programs programs, Path folder) throws IOException {
        Postgres database = new Postgres(folder);
        return new Alone(programs.with(database.settings()), folder, database);
    }

    /// One server with the store that it was told.
    static Stage other(Programs programs, Path folder) throws IOException {
        return new Alone(programs, folder, null);
    }

    /// One server on one PostgreSQL; the PostgreSQL is killed, and nobody is told.
    static Stage database(Programs programs, Path folder) throws IOException {
        return new OnDatabase(programs, folder);
    }

    /// Two servers on one PostgreSQL; they are killed in turn, and visitors go to the other.
    static Stage two(Programs programs, Path folder) throws IOException {
        return new Two(programs, folder);
    }

    private static final class Alone implements Stage {
        private final Programs programs;
        private final Path folder;
        private final @org.jspecify.annotations.Nullable Postgres database;
        private final Path file;
        private volatile ServerProcess server;
        private volatile int port;
        private long changed;

        Alone(Programs programs, Path folder, @org.jspecify.annotations.Nullable Postgres database)
                throws IOException {
            this.programs = programs;
            this.folder = folder;
            this.database = database;
            this.file = folder.resolve("talks.db");
            this.server = programs.unsaid(folder);
            this.port = server.port();
        }

        @Override
        public String name() {
            return "server, " + (database != null ? "PostgreSQL" : programs.toString());
        }

        @Override
        public int port(int number) {
            return port;
        }

        /// SQLite writes to its file only then; all else goes to the log beside it.
        @Override
        public boolean isAtCheckpoint() throws IOException {
            if (database != null) {
                Thread.ofVirtual().start(database::checkpoint);
                return true;
            }
            if (!Files.exists(file)) {
                return true;
            }
            long now = Files.getLastModifiedTime(file).toMillis();
            boolean changes = changed != 0 && now != changed;
            changed = now;
            return changes;
        }

        @Override
        public void kill() {
            port = 0;
            changed = 0;
            server.kill();
        }

        @Override
        public void startAgain() throws IOException {
            server.close();
            server = programs.unsaid(folder);
            port = server.port();
        }

        @Override
        public void close() throws IOException {
            server.close();
            if (database != null) {
                database.close();
            }
        }
    }

    private static final class OnDatabase implements Stage {
        private final Postgres database;
        private final ServerProcess server;

        OnDatabase(Programs programs, Path folder) throws IOException {
            database = new Postgres(folder);
            server = programs.with(database.settings()).unsaid(folder);
        }

        @Override
        public String name() {
            return "PostgreSQL under one server";
        }

        @Override
        public int port(int number) {
            return server.port();
        }

        @Override
        public boolean isAtCheckpoint() {
            Thread.ofVirtual().start(database::checkpoint);
            return true;
        }

        @Override
        public void kill() throws IOException {
            database.kill();
        }

        @Override
        public void startAgain() throws IOException {
            database.startAgain();
        }

        @Override
        public void close() throws IOException {
            server.close();
            database.close();
        }
    }

    private static final class Two implements Stage {
        private final Programs programs;
        private final Path[] folders;
        private final Postgres database;
        private final ServerProcess[] servers = new ServerProcess[2];
        private final java.util.concurrent.atomic.AtomicIntegerArray ports =
                new java.util.concurrent.atomic.AtomicIntegerArray(2);
        private int victim = 1;

        Two(Programs programs, Path folder) throws IOException {
            database = new Postgres(folder);
            this.programs = programs.with(database.settings());
            folders =
                    new Path[] {
                        Files.createDirectory(folder.resolve("one")),
                        Files.createDirectory(folder.resolve("other"))
                    };
            for (int i = 0; i < 2; i++) {
                start(i);
            }
        }

        private void start(int which) throws IOException {
            servers[which] = programs.unsaid(folders[which]);
            ports.set(which, servers[which].port());
        }

        @Override
        public String name() {
            return "one of two servers, PostgreSQL";
        }

        @Override
        public boolean servesMeanwhile() {
            return true;
        }

        @Override
        public int port(int number) {
            int own = ports.get(number % 2);
            return own != 0 ? own : ports.get(1 - number % 2);
        }

        @Override
        public boolean isAtCheckpoint() {
            Thread.ofVirtual().start(database::checkpoint);
            return true;
        }

        @Override
        public void kill() {
            victim = 1 - victim;
            ports.set(victim, 0);
            servers[victim].kill();
        }

        @Override
        public void startAgain() throws IOException {
            servers[victim].close();
            start(victim);
        }

        @Override
        public void close() throws IOException {
            for (ServerProcess each : servers) {
                each.close();
            }
            database.close();
        }
    }
}
