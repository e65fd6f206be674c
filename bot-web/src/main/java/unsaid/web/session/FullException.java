package unsaid.web.session;

/// There is no room to open another conversation now.
public final class FullException extends RuntimeException {}
