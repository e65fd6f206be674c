package unsaid.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Answer;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Rule;
import unsaid.flow.Step.Kind;

/// How a flow sounds: short, plain, quiet, one question at a time. Lengths hold in every language;
/// word lists and grades are those of the language.
final class Tones {
    private static final int NAMED = 8;

    private final Tone tone;
    private final Rendering rendering;
    private final @Nullable Speech speech;
    private final Heard.Ear ear;
    private final List<Finding> findings;
    private final Reading whole = new Reading();
    private final Set<String> rare = new TreeSet<>();
    private int words;
    private int uncommon;

    Tones(Flow flow, Tone tone, Rendering rendering, List<Finding> findings) {
        this.tone = tone;
        this.rendering = rendering;
        this.speech = Speech.of(flow.language(), tone);
        this.ear = new Heard.Ear(speech);
        this.findings = findings;
    }

    void check(Node node) {
        List<Heard> turn = new ArrayList<>(node.wordings().size());
        for (Wording wording : node.wordings()) {
            Rendering.Both both = rendering.of(wording);
            if (both != null) {
                one(node, wording, both, turn);
            }
        }
        turn(node, turn);
        options(node);
    }

    /// A text by itself.
    private void one(Node node, Wording wording, Rendering.Both both, List<Heard> turn) {
        String longer = both.full().length() >= both.empty().length() ? both.full() : both.empty();
        Heard heard = ear.hear(longer);
        switch (wording.role()) {
            case BUBBLE, QUESTION -> {
                said(node, wording, both, heard);
                turn.add(heard);
            }
            case LABEL -> label(wording, longer);
            case ASIDE, LINE, CARD -> {}
        }
        if (wording.role() != Wording.Role.CARD) {
            words(wording, heard);
        }
        loud(wording, heard);
    }

    private void said(Node node, Wording wording, Rendering.Both both, Heard heard) {
        int length = heard.prose().text().length();
        if (wording.text().isBlank()) {
            add(Rule.EMPTY_TEXT, wording, "there is nothing in this text");
            return;
        }
        if (length > tone.bubble()) {
            add(
                    Rule.BUBBLE_LONG,
                    wording,
                    "a bubble of " + length + " characters; " + tone.bubble() + " are enough");
        }
        if (heard.longest() > tone.sentence()) {
            add(
                    Rule.SENTENCE_LONG,
                    wording,
                    "a sentence of "
                            + heard.longest()
                            + " words; "
                            + tone.sentence()
                            + " are enough");
        }
        badly(wording, both.empty(), "with nothing answered");
        if (!both.full().equals(both.empty())) {
            badly(wording, both.full(), "with everything answered");
        }
        if (speech != null && node.step().evidence() == null) {
            advice(wording, heard, speech.advice());
        }
    }

    private void badly(Wording wording, String text, String when) {
        if (ear.hear(text).holes()) {
            add(Rule.READS_BADLY, wording, when + " this reads “" + text + "”");
        }
    }

    /// A sentence that begins with a verb tells somebody what to do.
    private void advice(Wording wording, Heard heard, Set<String> verbs) {
        Prose prose = heard.prose();
        int from = 0;
        for (int end : prose.ends()) {
            String first = from < prose.words().size() ? prose.words().get(from) : "";
            boolean asks = wording.role() == Wording.Role.QUESTION || heard.questions() > 0;
            if (!asks && verbs.contains(first) && end - from > 1) {
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

    private void words(Wording wording, Heard heard) {
        boolean visitor = wording.role() == Wording.Role.LABEL;
        for (Phrases.Hit hit : heard.hits()) {
            Rule rule = hit.phrase().rule();
            if (!visitor || rule == Rule.GENDERED) {
                add(rule, wording, "“" + hit.text() + "” " + hit.phrase().why());
            }
        }
        words += heard.words();
        uncommon += heard.rare().size();
        rare.addAll(heard.rare());
    }

    private void loud(Wording wording, Heard heard) {
        if (heard.loud() != null) {
            add(
                    Rule.LOUD,
                    wording,
                    "there is " + heard.loud() + " in “" + heard.prose().text() + "”");
        }
    }

    /// All that is said before the next answer.
    private void turn(Node node, List<Heard> turn) {
        int count = 0;
        int questions = 0;
        for (Heard heard : turn) {
            count += heard.words();
            questions += heard.questions();
        }
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
                                    + " bubbles; the limits are "
                                    + tone.turnWords()
                                    + " words and "
                                    + tone.turnBubbles()
                                    + " bubbles",
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
        if (speech == null) {
            return;
        }
        Reading reading = new Reading();
        turn.forEach(reading::add);
        whole.add(reading);
        double grade = speech.grade().applyAsDouble(reading);
        if (count >= Tone.GRADED && grade > tone.turnGrade()) {
            findings.add(
                    hard("\"" + node.id() + "\" reads", node.pointer(), grade, tone.turnGrade()));
        }
    }

    private static Finding hard(String what, String pointer, double grade, double limit) {
        return Finding.of(
                Rule.HARD_TO_READ,
                pointer,
                what
                        + String.format(
                                Locale.ROOT, " like school year %.1f; %.0f is plain", grade, limit),
                "use shorter sentences and everyday words");
    }

    /// Two that read the same stand for each other. The list of countries is there to be looked up.
    private void options(Node node) {
        Kind.Ask ask = node.ask();
        if (ask == null || ask.answer() instanceof Answer.Sort || node.id().equals("country")) {
            return;
        }
        if (ask.answer().choices().size() <= tone.options()) {
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
        double grade = speech == null ? 0 : speech.grade().applyAsDouble(whole);
        if (whole.words() >= Tone.GRADED && grade > tone.flowGrade()) {
            findings.add(hard("the flow reads", "/title", grade, tone.flowGrade()));
        }
        if (words >= 100 && 100.0 * uncommon / words > tone.rareWords()) {
            findings.add(
                    Finding.of(
                            Rule.RARE_WORDS,
                            "/title",
                            String.format(
                                    Locale.ROOT,
                                    "%.1f %% of the words are not everyday ones; %.0f are plain. Such as: %s",
                                    100.0 * uncommon / words,
                                    tone.rareWords(),
                                    String.join(", ", rare.stream().limit(NAMED).toList())),
                            "say it plainly, or add words that your readers know to \"words\" in tone.json"));
        }
    }

    private void add(Rule rule, Wording wording, String message) {
        findings.add(Finding.of(rule, wording.pointer(), message));
    }
}
