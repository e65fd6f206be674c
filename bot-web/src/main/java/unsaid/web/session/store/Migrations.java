package unsaid.web.session.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The numbered steps from an empty database to the one this program needs: files `1.sql`, `2.sql`
/// and so on beside this class, in a folder for each kind of database. A step once published is
/// never changed.
final class Migrations {
    private final List<String> steps = new ArrayList<>();

    /// @param folder beside this class
    Migrations(String folder) {
        for (String step = read(folder, 1); step != null; step = read(folder, steps.size() + 1)) {
            steps.add(step);
        }
    }

    private static @Nullable String read(String folder, int number) {
        try (InputStream in =
                Migrations.class.getResourceAsStream(folder + "/" + number + ".sql")) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The version this program knows: how many steps there are.
    int newest() {
        return steps.size();
    }

    /// Takes the steps that the database has not taken yet. The caller's transaction makes them all
    /// count, or none.
    ///
    /// @param version steps it has taken
    /// @throws StoreException if it has taken more than this program knows
    void run(Connection connection, int version) throws SQLException {
        if (version > newest()) {
            throw new StoreException(
                    "The database is of a newer version ("
                            + version
                            + ") than this program knows ("
                            + newest()
                            + "). Start the newer program again, or restore the copy made before it.");
        }
        try (Statement statement = connection.createStatement()) {
            for (String step : steps.subList(version, newest())) {
                for (String command : step.split(";\\s*\n")) {
                    if (!command.isBlank()) {
                        statement.execute(command);
                    }
                }
            }
        }
    }
}
