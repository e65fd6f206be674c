package unsaid.engine;

/// What a conversation may grow to. Each limit keeps every event's work and memory bounded.
public final class Limits {
    /// Steps walked in one turn before the talk is ended kindly.
    public static final int STEPS_PER_TURN = 200;

    /// Answers in one conversation.
    public static final int LOG = 300;

    /// Characters (code points) of one free text, whatever a flow asks for.
    public static final int TEXT = 2_000;

    /// Items of one list.
    public static final int ITEMS = 20;

    /// Calls and interruptions inside one another.
    public static final int FRAMES = 6;

    /// Times a step may be come to in one stay in its flow. After that, options that lead to it are
    /// not shown and other ways to it lead to "enough": so every talk comes to an end.
    public static final int VISITS = 3;

    /// Flows that were taken away and are held for those who are in them.
    public static final int RETIRED = 100;

    /// Times the lull may be asked about in one conversation.
    public static final int LULLS = 2;

    private Limits() {}
}
