package unsaid.web.session.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every store promises, held against each of them with its real database.
@Timeout(120)
class StoreTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    enum Kind {
        MEMORY,
        SQLITE,
        POSTGRESQL
    }

    private final Random random = new Random(3);

    @TempDir Path folder;
    private @Nullable String url;

    private Store open(Kind kind) {
        return switch (kind) {
            case MEMORY -> Stores.open("memory", folder, "", "", 1);
            case SQLITE -> Stores.open("sqlite:deep/er/talks.db", folder, "", "", 1);
            case POSTGRESQL -> {
                String known = url == null ? url = Database.fresh() : url;
                yield Stores.open(known, folder, "postgres", "postgres", 10);
            }
        };
    }

    private ConversationId id() {
        byte[] bytes = new byte[ConversationId.BYTES];
        random.nextBytes(bytes);
        return new ConversationId(bytes);
    }

    private Sealed record(ConversationId id, long version) {
        byte[] content = new byte[random.nextInt(10_000)];
        random.nextBytes(content);
        return new Sealed(id, version, DAY, content);
    }

    private static void assertSame(Sealed expected, @Nullable Sealed actual) {
        assertNotNull(actual);
        assertEquals(expected.id(), actual.id());
        assertEquals(expected.version(), actual.version());
        assertEquals(expected.until(), actual.until());
        assertArrayEquals(expected.content(), actual.content());
    }

    @ParameterizedTest
    @EnumSource
    void whatWasAddedIsFoundAndNothingElse(Kind kind) {
        try (Store store = open(kind)) {
            List<Sealed> records = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                records.add(record(id(), random.nextLong()));
                assertTrue(store.add(records.get(i)));
            }
            records.forEach(each -> assertSame(each, store.find(each.id())));
            assertNull(store.find(id()));
            assertTrue(store.isWell());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsAddedTwice(Kind kind) {
        try (Store store = open(kind)) {
            Sealed first = record(id(), 1);
            assertTrue(store.add(first));
            assertFalse(store.add(record(first.id(), 2)));
            assertSame(first, store.find(first.id()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplacementNeedsTheVersionThatIsThere(Kind kind) {
        try (Store store = open(kind)) {
            Sealed first = record(id(), 1);
            store.add(first);
            Sealed second = record(first.id(), -7);
            assertFalse(store.replace(second, 2));
            assertSame(first, store.find(first.id()));
            assertTrue(store.replace(second, 1));
            assertSame(second, store.find(first.id()));
            assertFalse(store.replace(record(first.id(), 3), 1));
            assertFalse(store.replace(record(id(), 3), 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRemovedIsGone(Kind kind) {
        try (Store store = open(kind)) {
            Sealed one = record(id(), 1);
            Sealed other = record(id(), 1);
            store.add(one);
            store.add(other);
            store.remove(one.id());
            store.remove(one.id());
            assertNull(store.find(one.id()));
            assertFalse(store.replace(record(one.id(), 2), 1));
            store.remove(other.id(), 2);
            assertSame(other, store.find(other.id()));
            store.remove(other.id(), 1);
            assertNull(store.find(other.id()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void sweepingRemovesWhatIsOverAndKeepsTheRest(Kind kind) {
        try (Store store = open(kind)) {
            Sealed one = record(id(), 1);
            store.add(one);
            store.sweep(DAY);
            assertSame(one, store.find(one.id()));
            store.sweep(DAY.plusDays(1));
            assertNull(store.find(one.id()));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"SQLITE", "POSTGRESQL"})
    void whatWasWrittenIsThereAfterTheNextStart(Kind kind) {
        Sealed one = record(id(), 5);
        try (Store store = open(kind)) {
            store.add(one);
        }
        try (Store store = open(kind)) {
            assertSame(one, store.find(one.id()));
        }
    }

    /// Every writer adds one to a counter that all of them share, as often as it can be done.
    @ParameterizedTest
    @EnumSource
    void noUpdateIsLostWhenManyWriteAtOnce(Kind kind) throws Exception {
        List<ConversationId> ids = List.of(id(), id(), id());
        try (Store store = open(kind);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ids.forEach(id -> store.add(counter(id, 0, 0)));
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                int writer = i;
                all.add(
                        threads.submit(() -> {
                            Random mine = new Random(writer);
                            for (int n = 0; n < 20; n++) {
                                increment(store, ids.get(n % ids.size()), mine);
                            }
                        }));
            }
            for (Future<?> each : all) {
                each.get();
            }
            long sum = 0;
            for (ConversationId id : ids) {
                Sealed last = store.find(id);
                assertNotNull(last);
                sum += ByteBuffer.wrap(last.content()).getLong();
            }
            assertEquals(24 * 20, sum);
        }
    }

    private static Sealed counter(ConversationId id, long version, long count) {
        return new Sealed(id, version, DAY, ByteBuffer.allocate(8).putLong(count).array());
    }

    private static void increment(Store store, ConversationId id, Random random) {
        while (true) {
            Sealed now = store.find(id);
            assertNotNull(now);
            long count = ByteBuffer.wrap(now.content()).getLong();
            if (store.replace(counter(id, random.nextLong(), count + 1), now.version())) {
                return;
            }
        }
    }

    @Test
    void sqliteFlushesEveryCommitAndOverwritesWhatIsRemoved() {
        try (Store store = open(Kind.SQLITE)) {
            SqliteStore opened = assertInstanceOf(SqliteStore.class, store);
            assertEquals("2", opened.setting("synchronous"), "FULL");
            assertEquals("wal", opened.setting("journal_mode"));
            assertEquals("1", opened.setting("secure_delete"));
            assertEquals("exclusive", opened.setting("locking_mode"));
        }
    }

    @Test
    void postgresqlFlushesEveryCommitOfOursEvenWhereItDoesNotByItself() {
        String fresh = Database.fresh();
        String name = fresh.substring(fresh.lastIndexOf('/') + 1);
        Database.execute(name, "ALTER DATABASE " + name + " SET synchronous_commit TO off");
        try (PostgresStore store = PostgresStore.open(Database.address(fresh))) {
            assertEquals("on", store.setting("synchronous_commit"));
        }
    }

    @Test
    void aSqliteFileServesOneProcessAtATime() {
        try (Store store = open(Kind.SQLITE)) {
            assertTrue(store.isWell());
            StoreException problem =
                    assertThrows(StoreException.class, () -> open(Kind.SQLITE).close());
            assertTrue(
                    String.valueOf(problem.getMessage()).contains("used by another process"),
                    problem.getMessage());
        }
    }

    @Test
    void aSqliteFileCanBeReadByItsOwnerAlone() throws Exception {
        try (Store store = open(Kind.SQLITE)) {
            store.add(record(id(), 1));
            for (String file : List.of("talks.db", "talks.db-wal")) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(
                                        folder.resolve("deep/er").resolve(file))));
            }
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws Exception {
        Path file = folder.resolve("letter.txt");
        Files.writeString(file, "Dear diary, ".repeat(1_000));
        StoreException problem =
                assertThrows(
                        StoreException.class,
                        () -> Stores.open("sqlite:letter.txt", folder, "", "", 1));
        assertTrue(String.valueOf(problem.getMessage()).contains("is no database"));
        assertEquals("Dear diary, ".repeat(1_000), Files.readString(file));
    }

    @Test
    void anOlderProgramRefusesANewerSqliteFile() throws Exception {
        open(Kind.SQLITE).close();
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + folder.resolve("deep/er/talks.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        assertRefusesNewer(Kind.SQLITE);
    }

    @Test
    void anOlderProgramRefusesANewerPostgresql() {
        open(Kind.POSTGRESQL).close();
        String name = String.valueOf(url).substring(String.valueOf(url).lastIndexOf('/') + 1);
        Database.execute(name, "UPDATE unsaid_schema SET version = 99");
        assertRefusesNewer(Kind.POSTGRESQL);
    }

    private void assertRefusesNewer(Kind kind) {
        StoreException problem = assertThrows(StoreException.class, () -> open(kind).close());
        assertTrue(
                String.valueOf(problem.getMessage()).contains("newer version (99)"),
                problem.getMessage());
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsToldInOneLine() {
        StoreException problem =
                assertThrows(
                        StoreException.class,
                        () -> Stores.open("postgresql://127.0.0.1:1/none", folder, "me", "pw", 1));
        assertTrue(String.valueOf(problem.getMessage()).contains("does not answer"));
        assertEquals(1, String.valueOf(problem.getMessage()).lines().count());
    }

    @Test
    void serversThatStartTogetherMigrateOnce() throws Exception {
        String fresh = Database.fresh();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Store>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(
                        threads.submit(
                                () -> Stores.open(fresh, folder, "postgres", "postgres", 2)));
            }
            for (Future<Store> each : all) {
                try (Store store = each.get()) {
                    assertTrue(store.isWell());
                }
            }
        }
    }

    @Test
    void aServerHearsWhatOthersChangeAndNotWhatItDoesItself() throws Exception {
        try (Store here = open(Kind.POSTGRESQL);
                Store there = open(Kind.POSTGRESQL)) {
            Ears ears = new Ears();
            here.watch(ears);
            assertEquals(Ears.MISSED, ears.next(), "what was before it listened");
            Sealed mine = record(id(), 1);
            Sealed theirs = record(id(), 1);
            here.add(mine);
            there.add(theirs);
            assertTrue(here.replace(new Sealed(mine.id(), 2, DAY, mine.content()), 1));
            assertTrue(there.replace(new Sealed(theirs.id(), 2, DAY, theirs.content()), 1));
            assertEquals(theirs.id(), ears.next());
            here.remove(mine.id());
            there.remove(theirs.id());
            assertEquals(theirs.id(), ears.next());
        }
    }

    @Test
    void aServerThatCouldNotHearForAWhileIsToldSoAndHearsAgain() throws Exception {
        try (Store here = open(Kind.POSTGRESQL);
                Store there = open(Kind.POSTGRESQL)) {
            Ears ears = new Ears();
            here.watch(ears);
            assertEquals(Ears.MISSED, ears.next());
            Sealed one = record(id(), 1);
            there.add(one);
            Database.execute(
                    String.valueOf(url).replaceAll(".*/", ""),
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND (query = '' OR query LIKE 'LISTEN%')
                    """);
            assertEquals(Ears.MISSED, ears.next(), "the connection is gone");
            assertEquals(Ears.MISSED, ears.next(), "there is another one");
            there.replace(new Sealed(one.id(), 2, DAY, one.content()), 1);
            assertEquals(one.id(), ears.next());
        }
    }

    /// Takes down what a store tells.
    private static final class Ears implements Store.Watcher {
        static final Object MISSED = "missed";
        private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

        @Override
        public void changed(ConversationId id) {
            heard.add(id);
        }

        @Override
        public void missed() {
            heard.add(MISSED);
        }

        Object next() throws InterruptedException {
            return Objects.requireNonNull(heard.poll(30, TimeUnit.SECONDS), "nothing was told");
        }
    }
}
