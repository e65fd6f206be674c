package unsaid.web.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Engine;

/// A folder of dialogs without errors, ready to be talked with.
///
/// @param place where it is, and which flow is asked about
record Stage(Where.Place place, Engine engine) {
    /// What is talked with where nobody says.
    private static final String FIRST = "welcome";

    /// @throws StopException if there are errors; they are told first
    static Stage set(Where.Place place, Screen screen) throws IOException {
        return new Stage(place, Engine.of(Reading.of(place, screen).library()));
    }

    /// The id of the flow that is asked about.
    String flow() {
        if (place.flow() != null) {
            return place.flow();
        }
        return engine.library().flows().contains(FIRST)
                ? FIRST
                : engine.library().flows().stream().sorted().findFirst().orElse(FIRST);
    }

    Path folder() {
        return place.folder().resolve(flow());
    }

    /// Holds a talk in the terminal.
    ///
    /// @param named the file it is saved as; null: it is not
    Exit talk(@Nullable String named, Screen screen) throws IOException {
        Recording recording = named == null ? null : Recording.of(named, folder(), screen.folder());
        if (engine.library().flow(flow()) == null) {
            throw new StopException(
                    Exit.USAGE, "The flow in the folder " + flow() + " has another id.");
        }
        new Showing(screen)
                .faint(
                        "A number taps, words are read as a visitor's. "
                                + String.join(" ", Hearing.COMMANDS));
        try (Typing typing = Typing.at(screen)) {
            Chat chat = new Chat(engine, flow(), typing, screen);
            chat.hold();
            return recording == null ? Exit.FINE : recording.save(chat, engine, screen);
        }
    }
}
