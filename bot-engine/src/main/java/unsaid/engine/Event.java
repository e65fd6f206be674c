package unsaid.engine;

/// What a visitor did.
public sealed interface Event {
    /// Answered, skipped or did not know: `to` is the question's id as sent in [Question#id].
    record Answered(String to, Given given) implements Event {}

    /// Wrote something where no kind of answer is certain: it is matched to the open question
    /// first.
    record Wrote(String to, String text) implements Event {}

    /// Wants the question before.
    record Back() implements Event {}

    /// Wants an earlier question asked again; `at` as in [Said#at]. Later answers are kept where
    /// they still fit.
    record Reopened(String at) implements Event {}

    /// Opens the help card.
    record Help() implements Event {}

    /// Has had enough for today.
    record Enough() implements Event {}

    /// Begins again from the first question; all answers are forgotten.
    record Restart() implements Event {}
}
