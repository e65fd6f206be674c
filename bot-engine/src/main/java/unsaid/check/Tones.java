package unsaid.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import unsaid.flow.Answer;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Rule;
import unsaid.flow.Step.Kind;

/// How a flow sounds: short, plain, quiet, one question at a time. Lengths hold in every language;
/// word lists and grades are English.
final class Tones {
    /// Verbs that advise at the beginning of a sentence.
    private static final Set<String> ADVICE =
            Set.of(
                    "try",
                    "tell",
                    "ask",
                    "write",
                    "talk",
                    "breathe",
                    "notice",
                    "consider",
                    "avoid",
                    "practise",
                    "practice",
                    "listen",
                    "share",
                    "apologise",
                    "apologize",
                    "forgive",
                    "focus",
                    "accept",
                    "stop");

    private static final int NAMED = 8;

    private final Tone tone;
    private final Rendering rendering;
    private final boolean english;
    private final Phrases phrases;
    private final Everyday everyday;
    private final List<Finding> findings;
    private final Reading whole = new Reading();
    private final Map<String, Integer> rare = new HashMap<>();
    private final Map<String, Prose> read = new HashMap<>();
    private int words;

    Tones(Flow flow, Tone tone, Rendering rendering, List<Finding> findings) {
        this.tone = tone;
        this.rendering = rendering;
        this.english = Locale.forLanguageTag(flow.language()).getLanguage().equals("en");
        this.phrases = new Phrases(tone.banned());
        this.everyday = new Everyday(tone.words());
        this.findings = findings;
    }

    void check(Node node, List<Wording> wordings) {
        List<Prose> turn = new ArrayList<>();
        for (Wording wording : wordings) {
            Rendering.Both both = rendering.of(wording.text());
            if (both != null) {
                one(node, wording, both, turn);
            }
        }
        turn(node, turn);
        options(node);
    }

    /// A text by itself.
    private void one(Node node, Wording wording, Rendering.Both both, List<Prose> turn) {
        String longer = both.full().length() >= both.empty().length() ? both.full() : both.empty();
        Prose prose = read.computeIfAbsent(longer, Prose::of);
        switch (wording.role()) {
            case BUBBLE, QUESTION -> {
                said(node, wording, both, longer, prose);
                turn.add(prose);
            }
            case LABEL -> label(wording, longer);
            case ASIDE, LINE, CARD -> {}
        }
        if (english && wording.role() != Wording.Role.CARD) {
            words(wording, prose);
        }
        loud(wording, prose);
    }

    private void said(Node node, Wording wording, Rendering.Both both, String longer, Prose prose) {
        if (wording.text().isBlank()) {
            add(Rule.EMPTY_TEXT, wording, "there is nothing in this text");
            return;
        }
        if (longer.length() > tone.bubble()) {
            add(
                    Rule.BUBBLE_LONG,
                    wording,
                    "a bubble of "
                            + longer.length()
                            + " characters; "
                            + tone.bubble()
                            + " are enough");
        }
        if (prose.longestSentence() > tone.sentence()) {
            add(
                    Rule.SENTENCE_LONG,
                    wording,
                    "a sentence of "
                            + prose.longestSentence()
                            + " words; "
                            + tone.sentence()
                            + " are enough");
        }
        badly(wording, both.empty(), "with nothing answered");
        if (!both.full().equals(both.empty())) {
            badly(wording, both.full(), "with everything answered");
        }
        if (english && node.step().evidence() == null) {
            advice(wording, prose);
        }
    }

    private void badly(Wording wording, String text, String when) {
        if (!text.isEmpty() && holes(text)) { // an empty one is left out
            add(Rule.READS_BADLY, wording, when + " this reads “" + text + "”");
        }
    }

    /// Whether a text shows where something was left out: two spaces, a space before a mark, empty
    /// quotes or brackets, a brace, or no end.
    private static boolean holes(String text) {
        char last = text.charAt(text.length() - 1);
        boolean bad = Character.isLetterOrDigit(last) || ",;-–{".indexOf(last) >= 0;
        for (int at = 0; at + 1 < text.length() && !bad; at++) {
            char c = text.charAt(at);
            char next = text.charAt(at + 1);
            bad =
                    switch (c) {
                        case ' ' -> " .,;:?".indexOf(next) >= 0;
                        case '“' -> next == '”';
                        case '„' -> next == '“';
                        case '(' -> next == ')';
                        case ',' -> ".?!,".indexOf(next) >= 0;
                        case '.' -> next == '.' && !text.startsWith("...", at);
                        default -> c == '{' || c == '}';
                    };
        }
        return bad || ".,;:?!".indexOf(text.charAt(0)) >= 0;
    }

    /// A sentence that begins with a verb tells somebody what to do.
    private void advice(Wording wording, Prose prose) {
        int from = 0;
        for (int end : prose.ends()) {
            String first = from < prose.words().size() ? prose.words().get(from) : "";
            boolean asks = wording.role() == Wording.Role.QUESTION || prose.questions() > 0;
            if (!asks && ADVICE.contains(first) && end - from > 1) {
                add(
                        Rule.NO_EVIDENCE,
                        wording,
                        "“" + first + " …” advises, and the step names no evidence");
                return;
            }
            from = end;
        }
    }

    private void label(Wording wording, String label) {
        if (label.length() > tone.label()) {
            add(
                    Rule.LABEL_LONG,
                    wording,
                    "a label of "
                            + label.length()
                            + " characters; "
                            + tone.label()
                            + " are enough");
        }
    }

    private void words(Wording wording, Prose prose) {
        boolean visitor = wording.role() == Wording.Role.LABEL;
        for (Phrases.Hit hit : phrases.in(prose)) {
            Rule rule = hit.phrase().rule();
            if (!visitor || rule == Rule.GENDERED) {
                add(rule, wording, "“" + hit.text() + "” " + hit.phrase().why());
            }
        }
        words += prose.words().size();
        for (String word : prose.words()) {
            if (!everyday.contains(word)) {
                rare.merge(word, 1, Integer::sum);
            }
        }
    }

    private void loud(Wording wording, Prose prose) {
        String text = prose.text();
        String loud = text.indexOf('!') >= 0 ? "an exclamation mark" : null;
        for (int at = 0; at < text.length() && loud == null; at++) {
            char c = text.charAt(at);
            if (c > 0x2100) {
                loud = emoji(text.codePointAt(at)) ? "an emoji" : null;
            } else if (Character.isUpperCase(c) && capitals(text, at) >= 4) {
                loud = "a word in capitals";
            }
        }
        if (loud != null) {
            add(Rule.LOUD, wording, "there is " + loud + " in “" + text + "”");
        }
    }

    private static boolean emoji(int code) {
        return Character.isEmoji(code) && !Character.isDigit(code);
    }

    private static int capitals(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isUpperCase(text.charAt(at))) {
            at++;
        }
        return at - from;
    }

    /// All that is said before the next answer.
    private void turn(Node node, List<Prose> turn) {
        int count = turn.stream().mapToInt(prose -> prose.words().size()).sum();
        int questions = turn.stream().mapToInt(Prose::questions).sum();
        if (count > tone.turnWords() || turn.size() > tone.turnBubbles()) {
            findings.add(
                    Finding.of(
                            Rule.TURN_LONG,
                            node.pointer(),
                            "\""
                                    + node.id()
                                    + "\" says "
                                    + count
                                    + " words in "
                                    + turn.size()
                                    + " bubbles; "
                                    + tone.turnWords()
                                    + " words in "
                                    + tone.turnBubbles()
                                    + " are enough",
                            "say less, or ask in between"));
        }
        if (node.ask() != null && questions > 1) {
            findings.add(
                    Finding.of(
                            Rule.TWO_QUESTIONS,
                            node.pointer(),
                            "\"" + node.id() + "\" asks " + questions + " questions at once",
                            "ask one, and the other in a step of its own"));
        }
        if (!english) {
            return;
        }
        Reading reading = new Reading();
        turn.forEach(reading::add);
        whole.add(reading);
        if (count >= Tone.GRADED && reading.grade() > tone.turnGrade()) {
            findings.add(
                    hard("\"" + node.id() + "\" reads", node.pointer(), reading, tone.turnGrade()));
        }
    }

    private static Finding hard(String what, String pointer, Reading reading, double limit) {
        return Finding.of(
                Rule.HARD_TO_READ,
                pointer,
                what
                        + String.format(
                                Locale.ROOT,
                                " like school year %.1f; %.0f is plain",
                                reading.grade(),
                                limit),
                "use shorter sentences and everyday words");
    }

    /// Two that read the same stand for each other. The list of countries is there to be looked up.
    private void options(Node node) {
        Kind.Ask ask = node.ask();
        if (ask == null || ask.answer() instanceof Answer.Sort || node.id().equals("country")) {
            return;
        }
        Set<String> shown = new TreeSet<>();
        for (Option option : ask.answer().choices()) {
            if (!option.more()) {
                shown.add(option.label());
            }
        }
        if (shown.size() > tone.options()) {
            findings.add(
                    Finding.of(
                            Rule.MANY_OPTIONS,
                            node.pointer() + "/answer/options",
                            "\""
                                    + node.id()
                                    + "\" shows "
                                    + shown.size()
                                    + " options at once; "
                                    + tone.options()
                                    + " are enough",
                            "put \"more\": true on the rarer ones"));
        }
    }

    /// The flow as a whole, once all its steps were looked at.
    void whole() {
        if (whole.words() >= Tone.GRADED && whole.grade() > tone.flowGrade()) {
            findings.add(hard("the flow reads", "/title", whole, tone.flowGrade()));
        }
        int count = rare.values().stream().mapToInt(Integer::intValue).sum();
        if (words >= 100 && 100.0 * count / words > tone.rareWords()) {
            Set<String> named = new TreeSet<>(rare.keySet());
            findings.add(
                    Finding.of(
                            Rule.RARE_WORDS,
                            "/title",
                            String.format(
                                    Locale.ROOT,
                                    "%.1f %% of the words are not everyday ones; %.0f are plain. Such as: %s",
                                    100.0 * count / words,
                                    tone.rareWords(),
                                    String.join(", ", named.stream().limit(NAMED).toList())),
                            "say it plainly, or add words that your readers know to \"words\" in tone.json"));
        }
    }

    private void add(Rule rule, Wording wording, String message) {
        findings.add(Finding.of(rule, wording.pointer(), message));
    }
}
