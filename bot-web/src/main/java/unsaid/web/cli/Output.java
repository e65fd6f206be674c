package unsaid.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a command's text goes: a file, or the screen.
///
/// @param file null: the screen
record Output(Screen screen, @Nullable Path file) {

    /// Whether a file is called as files of a kind are, in small letters or not.
    ///
    /// @param endings such as `.svg`
    static boolean endsIn(Path file, String... endings) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Stream.of(endings).anyMatch(name::endsWith);
    }

    /// @throws StopException if the file cannot be written
    void write(String text) {
        if (file == null) {
            screen.out().print(text);
            screen.out().flush();
            return;
        }
        try {
            Files.writeString(screen.folder().resolve(file), text);
        } catch (IOException e) {
            throw new StopException(Exit.BROKEN, "Cannot write " + file + ".");
        }
        screen.out().println("Written: " + file);
    }
}
