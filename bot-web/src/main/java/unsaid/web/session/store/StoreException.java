package unsaid.web.session.store;

/// A store cannot do what it was asked for just now: it is away, full or broken. Whether a write
/// was done is not known; the record tells when it is read again. The message says nothing of what
/// was written.
public final class StoreException extends RuntimeException {
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreException(String message) {
        super(message);
    }
}
