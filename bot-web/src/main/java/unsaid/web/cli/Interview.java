package unsaid.web.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Asks an author for texts, one line each. The keyboard is opened with the first question.
final class Interview implements AutoCloseable {
    private final Screen screen;
    private @Nullable Typing typing;

    Interview(Screen screen) {
        this.screen = screen;
    }

    /// Asks until something is said.
    ///
    /// @throws StopException if no line comes any more
    String ask(String question) throws IOException {
        String answer = ask(question, "");
        while (answer.isEmpty()) {
            answer = ask(question, "");
        }
        return answer;
    }

    /// @param otherwise what an empty line means
    String ask(String question, String otherwise) throws IOException {
        screen.out()
                .println(
                        screen.ink(Ink.BOLD, question)
                                + (otherwise.isEmpty() ? "" : " [" + otherwise + "]"));
        if (typing == null) {
            typing = Typing.at(screen);
        }
        String line = typing.line();
        if (line == null) {
            throw new StopException(Exit.USAGE, "Nothing was written: an answer is missing.");
        }
        return line.isBlank() ? otherwise : line.strip();
    }

    @Override
    public void close() throws IOException {
        if (typing != null) {
            typing.close();
        }
    }
}
