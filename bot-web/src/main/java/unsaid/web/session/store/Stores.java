package unsaid.web.session.store;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// Opens the store that an operator has named.
public final class Stores {
    /// What an operator may write.
    public static final Pattern FORM =
            Pattern.compile("memory|sqlite:.+|postgresql://[^\\s?]+(\\?\\S*)?");

    private static final String SQLITE = "sqlite:";

    private Stores() {}

    /// @param where `memory`, `sqlite:FILE` or `postgresql://host:port/database`
    /// @param folder what a relative file is relative to
    /// @param user of the database server
    /// @param connections to the database server, at most
    /// @throws StoreException if it cannot be used; the message is for an operator
    public static Store open(
            String where, Path folder, String user, String password, int connections) {
        if (!FORM.matcher(where).matches()) {
            throw new IllegalArgumentException("not a store");
        }
        if (where.equals("memory")) {
            return new MemoryStore();
        }
        return where.startsWith(SQLITE)
                ? SqliteStore.open(folder.resolve(where.substring(SQLITE.length())))
                : PostgresStore.open(
                        new PostgresStore.Address("jdbc:" + where, user, password, connections));
    }
}
