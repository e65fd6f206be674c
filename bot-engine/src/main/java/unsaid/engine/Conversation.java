package unsaid.engine;

/// Where one visitor stands: a flow and the log of answers, with the place they lead to. Immutable.
public final class Conversation {
    private final Log log;

    Conversation(Log log) {
        this.log = log;
    }

    /// What has to be kept to stand here again.
    public Log log() {
        return log;
    }
}
