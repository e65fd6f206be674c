package unsaid.web.session.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A program that has grown by one step of a test's own meets a database that the present one made,
/// with records in it.
@Timeout(120)
class MigrationsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final int RECORDS = 20;

    @TempDir private Path folder = Path.of("");
    private PostgresStore.Address address = new PostgresStore.Address("", "", "", 1);

    enum Kind {
        SQLITE("conversation"),
        POSTGRESQL("unsaid_conversation");

        private final String table;

        Kind(String table) {
            this.table = table;
        }
    }

    @BeforeEach
    void empty() {
        address = Database.address(Database.fresh());
    }

    private Path file() {
        return folder.resolve("talks.db");
    }

    /// The program as it is.
    private Store open(Kind kind) {
        return switch (kind) {
            case SQLITE -> SqliteStore.open(file());
            case POSTGRESQL -> PostgresStore.open(address);
        };
    }

    /// A later one.
    ///
    /// @param steps what the folders of its steps are called
    private Store open(Kind kind, String steps) {
        return switch (kind) {
            case SQLITE -> SqliteStore.open(file(), new Migrations(steps + "-sqlite"));
            case POSTGRESQL -> PostgresStore.open(address, new Migrations(steps + "-postgresql"));
        };
    }

    private static Sealed record(int number) {
        byte[] id = new byte[ConversationId.BYTES];
        id[0] = (byte) number;
        return new Sealed(new ConversationId(id), number, DAY, new byte[100 + number]);
    }

    private static void add(Store store, int from, int to) {
        for (int i = from; i < to; i++) {
            assertTrue(store.add(record(i)));
        }
    }

    private static void assertThere(Store store, int records) {
        for (int i = 0; i < records; i++) {
            Sealed expected = record(i);
            Sealed found = store.find(expected.id());
            assertNotNull(found);
            assertEquals(expected.version(), found.version());
            assertEquals(expected.until(), found.until());
            assertArrayEquals(expected.content(), found.content());
        }
    }

    private long asked(Kind kind, String query) throws SQLException {
        try (Connection connection =
                        kind == Kind.SQLITE
                                ? DriverManager.getConnection("jdbc:sqlite:" + file())
                                : DriverManager.getConnection(
                                        address.url(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseOfTheVersionBeforeTakesTheNewStepOnceAndKeepsItsRecords(Kind kind)
            throws Exception {
        try (Store store = open(kind)) {
            add(store, 0, RECORDS);
        }
        for (int start = 0; start < 2; start++) {
            try (Store store = open(kind, "grown")) {
                assertThere(store, RECORDS + start);
                add(store, RECORDS + start, RECORDS + start + 1);
            }
            assertEquals(
                    RECORDS,
                    asked(kind, "SELECT count(*) FROM " + kind.table + " WHERE size >= 100"),
                    "the step was taken at the first start, and not again at the second");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyDatabaseTakesAllSteps(Kind kind) throws Exception {
        try (Store store = open(kind, "grown")) {
            add(store, 0, RECORDS);
            assertThere(store, RECORDS);
        }
        assertEquals(0, asked(kind, "SELECT sum(size) FROM " + kind.table));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasBroughtForwardIsRefusedByTheProgramBefore(Kind kind) {
        open(kind).close();
        open(kind, "grown").close();
        StoreException refused = assertThrows(StoreException.class, () -> open(kind).close());
        assertTrue(
                String.valueOf(refused.getMessage())
                        .contains("newer version (2) than this program knows (1)"),
                refused.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void aStepThatBreaksHalfWayLeavesAllAsItWas(Kind kind) {
        try (Store store = open(kind)) {
            add(store, 0, RECORDS);
        }
        assertThrows(StoreException.class, () -> open(kind, "broken").close());
        try (Store store = open(kind)) {
            assertThere(store, RECORDS);
        }
    }
}
