package unsaid.match;

/// A command that exists at every question, however it was worded.
public enum Word {
    /// On without an answer.
    SKIP,
    /// "I don't know."
    UNSURE,
    /// To the question before.
    BACK,
    /// Enough for today.
    ENOUGH,
    /// Where to find help.
    HELP,
    /// From the beginning.
    RESTART
}
