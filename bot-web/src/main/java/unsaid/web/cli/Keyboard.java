package unsaid.web.cli;

import java.io.IOException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/// Lines from a terminal, with keys to edit them and Tab for the commands. None of them is kept.
/// Ctrl-C and Ctrl-D end the talk.
final class Keyboard implements Typing {
    static final String PROMPT = "> ";

    private final Terminal terminal;
    private final LineReader reader;

    Keyboard(Screen screen) throws IOException {
        terminal =
                TerminalBuilder.builder()
                        .name("unsaid")
                        .system(true)
                        .encoding(screen.out().charset())
                        .build();
        reader =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .completer(new StringsCompleter(Hearing.COMMANDS))
                        .variable(LineReader.DISABLE_HISTORY, true)
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .option(LineReader.Option.BRACKETED_PASTE, false)
                        .build();
    }

    @Override
    public @Nullable String line() {
        try {
            return reader.readLine(PROMPT);
        } catch (EndOfFileException | UserInterruptException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
