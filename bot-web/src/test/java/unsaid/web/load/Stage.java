package unsaid.web.load;

import java.io.IOException;

/// Where kills are played: servers, and perhaps their database. A part of it is killed and starts
/// again on what it kept.
interface Stage extends AutoCloseable {
    /// What is killed, in a few words.
    String name();

    /// Where a visitor finds a server now; 0: nowhere.
    ///
    /// @param number the visitor's
    int port(int number);

    /// Whether the store writes to its lasting place just now, so that a kill meets it there.
    boolean isAtCheckpoint() throws IOException;

    /// `kill -9`.
    void kill() throws IOException;

    /// Whether visitors can go on before what was killed has started again.
    default boolean servesMeanwhile() {
        return false;
    }

    /// Starts what was killed. Called on another thread; whoever talks meanwhile goes on.
    void startAgain() throws IOException;

    @Override
    void close() throws IOException;
}
