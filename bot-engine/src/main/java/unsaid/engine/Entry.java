package unsaid.engine;

/// One line of a conversation's log: what was given to which question.
///
/// @param at the question: `flow/step`, and inside loops `flow/step/2/0`
/// @param given what was given
public record Entry(String at, Given given) {
    /// Help was opened at the question that stood open then: by the visitor, or, as [Given.Chosen]
    /// with the step of help, because of danger in words that were no answer. The words are not
    /// kept.
    public static final String HELP = "@help";

    /// "Enough for today" at the question that stood open then.
    public static final String ENOUGH = "@enough";

    /// What was known of the visitor's safety when the flow changed, as [Given.Lines]; no answer.
    public static final String NOTED = "@noted";
}
