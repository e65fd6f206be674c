package unsaid.dialogs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import unsaid.engine.Engine;
import unsaid.format.Dialogs;

/// The dialogs that this product ships, read once.
public final class Shipped {
    public static final Path FOLDER = Path.of("..", "dialogs");
    public static final Dialogs.Loaded LOADED = load();

    private Shipped() {}

    public static Engine engine() {
        return Engine.of(
                Objects.requireNonNull(
                        LOADED.library(),
                        () -> "the shipped dialogs have errors:\n" + LOADED.findings()));
    }

    private static Dialogs.Loaded load() {
        try {
            return Dialogs.load(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
