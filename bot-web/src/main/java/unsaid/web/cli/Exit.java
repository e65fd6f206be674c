package unsaid.web.cli;

/// What a command tells the shell it was run by.
public enum Exit {
    /// All is well.
    FINE(0),
    /// Something was found: a finding that counts, a test that failed, a file to be formatted.
    FOUND(1),
    /// The command was not written as it wants to be, or names what is not there.
    USAGE(2),
    /// The command itself broke, or could not read or write.
    BROKEN(3);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static Exit of(int code) {
        return values()[code];
    }
}
