package unsaid.match;

/// What an utterance comes to at one question. A closed set.
public sealed interface Match {

    /// An answer that fits.
    record Fits(Reading reading) implements Match {}

    /// A command.
    record Command(Word word) implements Match {}

    /// Neither: ask again in other words.
    record Unclear() implements Match {}
}
