package unsaid.flow;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Finding.Severity;

/// Everything that can be found in a folder of dialogs: the one list of rules. A finding names one
/// of them, and the authoring guide explains each.
public enum Rule {
    NOT_JSON("a comma, a quote or a bracket is missing or too many", "look just before the place"),
    DUPLICATE_KEY("the same field stands twice in one object", "keep one of them"),
    UNKNOWN_FIELD(
            "a field that the format does not know", "mind the spelling; remarks are a “note”"),
    MISSING_FIELD("a field that has to be there is not", "add it"),
    WRONG_TYPE("a text stands where a number belongs, or the like", "write what the finding names"),
    BAD_VALUE("a value that cannot be", "write one of those the finding names"),
    CONTRADICTION("limits that contradict each other", "make the least the smaller one"),
    DUPLICATE_ID("two steps have the same id", "give one of them another id"),
    DUPLICATE_VALUE(
            "two options of a question have the same value", "give one of them another value"),
    FLOW_MISNAMED(
            "a flow whose id is not its folder's name", "give the flow and its folder one name"),
    NOT_READ(
            Severity.WARNING,
            "a file that lies among the dialogs and is not read",
            "name it as the finding says, or take it away"),
    TWO_KINDS("a step that does two things", "make two steps of it"),
    NO_KIND("a step that does nothing", "let it say, ask, call, set or end"),
    OVER_LIMIT("more than the program holds", "make two of it, or make it shorter"),
    FORMAT_TOO_NEW(
            "a file for a later program", "update the program, or write in the older format"),
    NO_HELPLINES(
            Severity.WARNING, "the folder has no helplines", "put helplines.json beside the flows"),

    TARGET_MISSING("leads to a step that is not there", "write the id of a step of this flow"),
    TARGET_INSIDE("leads from outside into the middle of a loop", "lead to the loop, or past it"),
    FLOW_MISSING("calls a flow that is not there", "write the id of another flow"),
    FLOW_ABSENT(
            Severity.WARNING,
            "suggests a flow that is not there yet",
            "nothing to do if it is still to be written: what suggests it is not shown until then"),
    CALL_LOOP("flows call each other in a round", "let one of them end instead"),
    NO_ELSE("a branch does not say what happens otherwise", "end it with { \"else\": \"a step\" }"),
    FALLS_OFF("after the last step there is nothing", "give it a next, or let an end follow"),
    UNEVEN_OPTIONS(
            Severity.WARNING,
            "some options lead somewhere and others say nothing",
            "give every option a go, or the step a next"),
    SELF_LOOP(
            Severity.WARNING,
            "a question that leads to itself without an end to it",
            "lead on, or limit the option with times"),

    NO_END("from here no end can be reached", "let one of the ways lead to an end"),
    ONLY_ENOUGH(
            Severity.WARNING,
            "a round that only “Enough for today” leads out of",
            "let one of its answers lead on"),
    UNREACHED(
            Severity.WARNING,
            "nothing leads to this step",
            "let something lead there, or remove it"),
    UNUSED_FLOW(
            Severity.WARNING,
            "nothing in the folder leads to this flow",
            "suggest it somewhere, or take it out"),
    LOOP_WITHOUT_QUESTION("steps lead round and nobody is asked", "put a question into the round"),

    UNKNOWN_NAME("nothing has this name", "use the id of a step, or a name that is set"),
    NAME_TAKEN("a name that belongs to the product", "use another name"),
    MAY_BE_UNSET("a placeholder whose answer may be missing", "give it a fallback in texts"),
    UNKNOWN_VALUE("compared with an option that does not exist", "use a value of that question"),
    UNKNOWN_FORM("no option has this form", "give the options that form"),
    TYPE_MISMATCH("a number is compared with words, or the like", "compare things of one kind"),
    NOT_A_LIST("a list is needed here", "name a list, multi, rank or pick answer"),
    UNUSED_ANSWER(
            Severity.WARNING,
            "a free answer that nothing takes up",
            "mirror it, show it in the end, or leave the question out"),
    UNUSED_TEXT(
            Severity.WARNING,
            "a text that no step shows",
            "write its name in { } where it is to be shown, or remove it"),
    ALWAYS_TRUE(
            Severity.WARNING,
            "a condition that is always true",
            "leave it out, or compare with something else"),
    NEVER_TRUE(
            Severity.WARNING,
            "a condition that is never true",
            "compare with something else, or remove the part"),
    ASKED_LATER(
            Severity.WARNING,
            "a condition on an answer that nobody can have given yet",
            "ask before, or move the condition behind the question"),
    SHADOWED(
            Severity.WARNING,
            "a case that an earlier case always takes",
            "put it higher, or remove it"),

    SYNTAX("a condition or a placeholder is not written right", "see Conditions and Texts"),
    PHRASE_LOOP("a text that contains itself", "write it without its own name"),
    TRANSLATION_PLACEHOLDER(
            "a translation lacks a placeholder or has one too many", "use the same ones"),
    TRANSLATION_UNKNOWN(
            Severity.WARNING,
            "a translation of a text that is gone",
            "remove it from the translation"),
    TRANSLATION_MISSING(
            Severity.WARNING,
            "a text that is not translated",
            "translate it; until then it is shown as it is"),
    TRANSLATION_STALE(
            Severity.WARNING,
            "a translation of an older text",
            "look whether it still says the same"),
    DUPLICATE_LABEL(Severity.WARNING, "two options read the same", "word one of them differently"),
    EMPTY_TEXT(Severity.WARNING, "a text with nothing in it", "write it, or remove it"),
    LABEL_IS_COMMAND(
            Severity.WARNING,
            "a label that is a word for skip, back, help or stop",
            "word the option differently"),
    BUBBLE_LONG(Severity.WARNING, "a bubble that is too long", "make two bubbles of it"),
    SENTENCE_LONG(Severity.WARNING, "a sentence that is too long", "make two sentences of it"),
    TURN_LONG(Severity.WARNING, "too much is said at once", "say less, or ask in between"),
    LABEL_LONG(Severity.WARNING, "a label that is too long", "make it shorter"),
    MANY_OPTIONS(Severity.WARNING, "too many options in sight", "put the rarer ones under more"),
    TWO_QUESTIONS(
            Severity.WARNING,
            "two questions at once",
            "ask one, and the other in a step of its own"),
    HARD_TO_READ(Severity.WARNING, "hard to read", "use shorter sentences and everyday words"),
    RARE_WORDS(Severity.WARNING, "too many words that are not everyday ones", "say it plainly"),
    BANNED_PHRASE(
            Severity.WARNING,
            "words that push, promise, judge or pretend",
            "say it without them; see dialogs/README.md#tone"),
    COPIED(
            Severity.WARNING,
            "a run of words that a source has too; looked for with check --original",
            "say it in your own words"),
    GENDERED(Severity.WARNING, "words that give somebody a gender", "write partner, they, people"),
    LOUD(Severity.WARNING, "an exclamation mark, emoji or capitals", "say it quietly"),
    READS_BADLY(
            Severity.WARNING,
            "does not read as a sentence when all answers are there, or none",
            "mend the sentence around its placeholders"),
    NO_EVIDENCE(
            Severity.WARNING,
            "advice without the finding behind it",
            "give the step an evidence id, or say what some people do"),
    NOT_TAKEN_UP(
            Severity.WARNING,
            "asks on without a word about what was just written",
            "thank for it, or mirror it, before the next question"),
    TALK_LONG(
            Severity.WARNING,
            "a talk that is too long",
            "leave questions out, or make two flows of it"),

    HELPLINES_UNSEEN(
            Severity.WARNING,
            "a help card on a step that nobody stops at",
            "give it to the question that follows"),
    FLAG_WITHOUT_ROUTE("a danger that nothing answers to", "bring the safety flow back"),
    SAFETY_WEAKENED("something would make the help weaker", "leave it out"),
    PRIVATE_LEAK(
            "something private would show where it is not protected", "mark that step private too"),
    NOT_PRIVATE(
            Severity.WARNING,
            "people write freely and the step is not private",
            "add \"private\": true"),
    CANNOT_SKIP("a question that can be neither skipped nor left", "lead skip to another step"),
    UNSURE_SAME(
            Severity.WARNING,
            "“I don’t know” leads to the same question again",
            "lead unsure to an easier question"),
    ENOUGH_FAR(
            Severity.WARNING,
            "“Enough for today” does not come to an end soon",
            "let enough lead to a step that ends, or that ends when it is skipped"),
    HEAVY_NO_AFTERCARE(
            Severity.WARNING,
            "nothing is said after a heavy answer before the talk ends",
            "say something kind, or ask something light, before the end"),
    DEEP_ENDING(
            Severity.WARNING,
            "the talk ends soon after a deep question",
            "end with something light"),
    PARTNER_UNLOCKED(
            Severity.WARNING,
            "an option that leads to the partner is there even after danger",
            "add \"if\": \"not coupleLocked\""),
    FOLLOW_UP_UNASKED(
            Severity.WARNING,
            "offers to come back without asking first",
            "let an option of a question lead there"),
    REVIEW_UNCLEAR(
            "a review without a name or a day, or a reader without a name or named twice",
            "write both, or null for both; name each reader once"),
    UNREVIEWED(
            Severity.NOTE,
            "no clinician and two readers have read this flow, or no native speaker its translation; visitors see a preview",
            "fill in review once somebody has"),

    TEST_MISSING_FLOW("a test of a flow that is not there", "write the id of a flow"),
    TEST_MISSING_STEP("a test names a step that is gone", "write the id of a step of that flow"),
    TEST_MISSING_OPTION(
            "a test chooses an option that is gone", "write a value or a label of that flow"),
    TEST_FAILED(
            "a talk goes another way than a test says",
            "mend the flow, or the test if it expects too much"),
    STEP_UNCOVERED(
            Severity.WARNING, "a step that no test comes to", "write a talk that comes to it"),
    WAY_UNCOVERED(Severity.WARNING, "a way that no test takes", "write a talk that takes it"),
    OPTION_UNCOVERED(Severity.WARNING, "an option that no test taps", "write a talk that taps it"),
    RETRY_UNCOVERED(
            Severity.WARNING,
            "words for an answer that does not fit that no test hears",
            "write a talk that gives such an answer, and hears them"),
    LANGUAGE_UNCOVERED(
            Severity.WARNING,
            "a language that no test speaks",
            "write a talk with this \"language\""),

    TYPE_CHANGED("an id is used again with another kind of answer", "give the question a new id"),
    ID_REMOVED(
            Severity.WARNING,
            "an id is gone and moved does not say where",
            "write \"moved\": { \"old-id\": \"new-id\" } if it has a new one"),
    VERSION_NOT_RAISED("the meaning has changed and version has not", "raise version by one");

    private static final Map<String, Rule> BY_ID = new HashMap<>();

    static {
        for (Rule rule : values()) {
            BY_ID.put(rule.id, rule);
        }
    }

    private final String id;
    private final Severity severity;
    private final String meaning;
    private final String wayOut;

    Rule(String meaning, String wayOut) {
        this(Severity.ERROR, meaning, wayOut);
    }

    Rule(Severity severity, String meaning, String wayOut) {
        this.id = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        this.severity = severity;
        this.meaning = meaning;
        this.wayOut = wayOut;
    }

    /// What findings, the guide and SARIF call it, such as `target-missing`.
    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    /// What is wrong, in one line.
    public String meaning() {
        return meaning;
    }

    /// What to do about it, in one line.
    public String wayOut() {
        return wayOut;
    }

    /// The rule of that id; null if there is none.
    public static @Nullable Rule named(String id) {
        return BY_ID.get(id);
    }
}
