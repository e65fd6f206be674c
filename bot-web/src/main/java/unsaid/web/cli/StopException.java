package unsaid.web.cli;

/// Ends a command. The message is for the author: what is wrong and the way out, without a stack
/// trace.
public final class StopException extends RuntimeException {
    private final Exit exit;

    public StopException(Exit exit, String message) {
        super(message);
        this.exit = exit;
    }

    Exit exit() {
        return exit;
    }
}
