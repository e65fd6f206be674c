package unsaid.web.session;

/// There is no such conversation: it expired, was erased, or never was.
public final class UnknownConversationException extends RuntimeException {
    UnknownConversationException() {
        super("no such conversation", null, false, false);
    }
}
