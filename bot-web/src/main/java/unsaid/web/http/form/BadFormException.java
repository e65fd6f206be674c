package unsaid.web.http.form;

/// A body that is no form, or is over a limit. Says nothing of what was in it.
public final class BadFormException extends Exception {
    private static final long serialVersionUID = 1L;

    BadFormException(String message) {
        super(message);
    }
}
