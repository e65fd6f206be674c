package unsaid.format;

/// A file from a translator's or another maker's tool cannot be read. The message is for an author:
/// what is wrong and the way out.
public final class ExchangeException extends Exception {
    private final int line;

    ExchangeException(int line, String message) {
        super(message);
        this.line = line;
    }

    /// From 1; 0 where no line is to blame.
    public int line() {
        return line;
    }
}
