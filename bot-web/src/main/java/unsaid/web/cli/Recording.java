package unsaid.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import unsaid.check.Rehearsal;
import unsaid.check.Script;
import unsaid.engine.Engine;
import unsaid.format.ScriptText;

/// A file of a talk to come: where it will be, and what the test is called.
///
/// @param file it is not there yet
/// @param name a sentence
record Recording(Path file, String name) {
    private static final String END = ".test.json";

    /// @param named a path, or a bare name for a file beside the flow
    /// @param flow the flow's folder
    /// @throws StopException if something is there already
    static Recording of(String named, Path flow, Path here) {
        String complete = named.endsWith(END) ? named : named + END;
        boolean bare = !complete.contains("/") && !complete.contains("\\");
        Path file = bare ? flow.resolve(complete) : here.resolve(complete);
        if (Files.exists(file)) {
            throw new StopException(
                    Exit.USAGE, "There is " + file + " already; choose another name.");
        }
        String name =
                String.valueOf(file.getFileName())
                        .replace(END, "")
                        .replace('-', ' ')
                        .replace('_', ' ');
        return new Recording(
                file,
                name.isEmpty()
                        ? "A talk"
                        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }

    /// Writes the talk, and plays it again to see that it goes as written.
    Exit save(Chat chat, Engine engine, Screen screen) throws IOException {
        Script script = chat.script(name);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, ScriptText.of(script));
        screen.out().println("Saved as " + file.toString().replace('\\', '/'));
        List<Rehearsal.Fault> faults = Rehearsal.of(engine, script).faults();
        faults.forEach(fault -> screen.errors().println("Played again it differs: " + fault));
        return faults.isEmpty() ? Exit.FINE : Exit.FOUND;
    }
}
