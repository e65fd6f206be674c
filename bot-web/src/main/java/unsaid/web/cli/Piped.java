package unsaid.web.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Lines from a file or another program. They are repeated, so that what is written can be read as
/// a talk.
final class Piped implements Typing {
    private final BufferedReader lines;
    private final Screen screen;

    Piped(Screen screen) {
        this.screen = screen;
        this.lines = new BufferedReader(new InputStreamReader(screen.in(), StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable String line() throws IOException {
        String line = lines.readLine();
        if (line != null) {
            screen.out().println(Keyboard.PROMPT + line);
        }
        return line;
    }

    @Override
    public void close() {}
}
