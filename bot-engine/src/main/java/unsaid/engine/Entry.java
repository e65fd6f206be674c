package unsaid.engine;

/// One line of a conversation's log: what was given to which question.
///
/// @param at the question: `flow/step`, and inside loops `flow/step/2/0`
/// @param given what was given
public record Entry(String at, Given given) {
    /// The help card was opened by the visitor at the question that stood open then.
    public static final String HELP = "@help";

    /// "Enough for today" at the question that stood open then.
    public static final String ENOUGH = "@enough";

    /// What was known of the visitor's safety when the flow changed, as [Given.Lines]; no answer.
    public static final String NOTED = "@noted";
}
