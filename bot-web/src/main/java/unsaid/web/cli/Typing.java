package unsaid.web.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where the lines come from that an author types in a talk.
interface Typing extends AutoCloseable {
    /// The next line, without its end; null if no more come.
    @Nullable String line() throws IOException;

    @Override
    void close() throws IOException;

    /// From a keyboard if there is one, else from whatever comes in.
    static Typing at(Screen screen) throws IOException {
        return screen.terminal() ? new Keyboard(screen) : new Piped(screen);
    }
}
