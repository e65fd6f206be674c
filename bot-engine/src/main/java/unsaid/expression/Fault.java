package unsaid.expression;

/// What is wrong in an expression or a text.
///
/// @param offset first character concerned, from 0
/// @param rule `syntax`, `unknown-name`, `unknown-value`, `unknown-form`, `type-mismatch`,
///   `phrase-loop`, `over-limit`
/// @param message what is wrong, in an author's words
/// @param wayOut what to do about it
public record Fault(int offset, int length, String rule, String message, String wayOut) {}
