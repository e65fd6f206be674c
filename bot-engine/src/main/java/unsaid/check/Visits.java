package unsaid.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import unsaid.check.Wanderer.Manner;
import unsaid.check.Wanderer.Walked;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Library;
import unsaid.engine.Outcome.Played;
import unsaid.engine.Question;
import unsaid.engine.Turn;
import unsaid.expression.Item;
import unsaid.expression.Value;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.flow.Pointer;
import unsaid.flow.Rule;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;

/// What only whole talks show, in each language of a flow, to visitors by chance: a turn in which
/// several steps speak, and together say too much or ask twice; a talk that comes to no end; one in
/// which those are asked too much who answer everything, skip everything or never know; something
/// deep among the last two questions. The same arguments give the same findings.
public final class Visits {
    /// Talks by chance of a flow in each language, unless somebody says otherwise.
    public static final int TALKS = 100;

    /// From this depth on a question is too deep for the last two.
    private static final int DEEP = 3;

    private static final int LAST = 2;

    /// What stands in quotes is an example, or somebody else's.
    private static final Pattern QUOTED = Pattern.compile("“[^”]*”|„[^“]*“");

    private final Engine engine;
    private final Flow flow;
    private final Tone tone;
    private final String language;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, Pointer> places = new LinkedHashMap<>();
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    private Visits(Engine engine, Flow flow, Tone tone, String language) {
        this.engine = engine;
        this.flow = flow;
        this.tone = tone;
        this.language = language;
        lay(flow.steps(), Pointer.ROOT.in("steps"));
    }

    /// @param id of a flow of the engine's
    /// @param talks of each kind of visitor, in each language
    /// @return findings with places in the flow's file, each once
    /// @throws IllegalArgumentException if there is no such flow
    public static Collection<Finding> of(Engine engine, String id, Tone tone, int talks) {
        Library library = engine.library();
        Flow flow = library.flow(id);
        if (flow == null) {
            throw new IllegalArgumentException("no flow " + id);
        }
        Set<String> languages = new LinkedHashSet<>(List.of(flow.language()));
        languages.addAll(new TreeSet<>(library.spoken()));
        Map<String, Finding> all = new LinkedHashMap<>();
        for (String language : languages) {
            Flow spoken = Objects.requireNonNull(library.flow(id, language));
            if (spoken.language().equals(language)) {
                Visits visits = new Visits(engine, flow, tone, language);
                visits.come(talks);
                visits.findings.forEach(all::putIfAbsent);
            }
        }
        return all.values();
    }

    private void lay(List<Step> row, Pointer place) {
        for (int i = 0; i < row.size(); i++) {
            Step step = row.get(i);
            steps.put(flow.id() + "/" + step.id(), step);
            places.put(flow.id() + "/" + step.id(), place.in(i));
            if (step.kind() instanceof Kind.Each each) {
                lay(each.steps(), place.in(i).in("steps"));
            }
        }
    }

    private void come(int talks) {
        for (int seed = 0; seed < talks; seed++) {
            Walked walked =
                    new Wanderer(engine, Manner.PLAIN, seed).walk(flow.id(), language, this::hear);
            String open = walked.last().open();
            if (!walked.ended() && open != null) {
                add(
                        Rule.NO_END,
                        open,
                        "a visitor who answers by chance has come to no end after "
                                + walked.turns()
                                + " answers");
            }
        }
        impatient(Manner.SKIPS, "who skips everything");
        impatient(Manner.UNSURE, "who never knows");
        answering(talks);
    }

    private void hear(Played played) {
        Turn turn = played.turn();
        Set<String> speaking = new LinkedHashSet<>();
        for (String at : played.conversation().trail()) {
            Step step = steps.get(at);
            if (step != null && (!step.say().isEmpty() || step.kind() instanceof Kind.Ask)) {
                speaking.add(at);
            }
        }
        if (speaking.size() < 2) {
            return; // what one step says by itself is looked at where it stands
        }
        List<String> said = new ArrayList<>(turn.says());
        Question question = turn.asks();
        if (question != null) {
            said.add(question.text());
        }
        String all = String.join(" ", said);
        String last = List.copyOf(speaking).getLast();
        String together = named(speaking);
        int words = Prose.of(without(answers(played.conversation()), all)).words().size();
        if (words > tone.turnWords() || said.size() > tone.turnBubbles()) {
            add(
                    Rule.TURN_LONG,
                    last,
                    together
                            + " say "
                            + words
                            + " words in "
                            + said.size()
                            + " bubbles before the next answer; the limits are "
                            + tone.turnWords()
                            + " words and "
                            + tone.turnBubbles()
                            + " bubbles");
        }
        if (QUOTED.matcher(all).replaceAll("").chars().filter(c -> c == '?').count() > 1) {
            add(Rule.TWO_QUESTIONS, last, together + " ask more than one question at once");
        }
    }

    /// What was answered so far, as it reads. How long that is, is the visitor's.
    private static List<String> answers(Conversation conversation) {
        List<String> answers = new ArrayList<>();
        conversation.values().values().forEach(value -> add(answers, value));
        answers.removeIf(answer -> answer.length() < 2);
        answers.sort(Comparator.comparingInt(String::length).reversed());
        return answers;
    }

    private static void add(List<String> answers, Value value) {
        switch (value) {
            case Value.Words(String text) -> answers.add(text);
            case Value.One(Item item) -> add(answers, item);
            case Value.Many(var items) -> items.forEach(item -> add(answers, item));
            case Value.Sorted(var buckets) ->
                    buckets.values().forEach(items -> add(answers, items));
            case Value.Rows(var rows) ->
                    rows.forEach(row -> {
                        add(answers, row.item());
                        row.fields().values().forEach(field -> add(answers, field));
                    });
            case Value.Truth _, Value.Num _, Value.Day _ -> {}
        }
    }

    private static void add(List<String> answers, Item item) {
        answers.add(item.words());
        if (item.option() != null) {
            answers.addAll(item.option().forms().values());
        }
    }

    private static String without(List<String> answers, String text) {
        String rest = text;
        for (String answer : answers) {
            rest = rest.replace(answer, "");
        }
        return rest;
    }

    private static String named(Collection<String> ats) {
        return ats.stream()
                .map(at -> "\"" + at.substring(at.indexOf('/') + 1) + "\"")
                .collect(Collectors.joining(" and "));
    }

    private void impatient(Manner manner, String who) {
        Walked walked = new Wanderer(engine, manner, 0).walk(flow.id(), language, _ -> {});
        if (walked.turns() > tone.skipping()) {
            tooLong(
                    who
                            + " is still asked "
                            + walked.turns()
                            + " questions; "
                            + tone.skipping()
                            + " are enough");
        }
    }

    /// Those who answer everything. Whoever comes to danger goes another way.
    private void answering(int talks) {
        List<Integer> lengths = new ArrayList<>();
        for (int seed = 0; seed < talks; seed++) {
            List<String> asked = asked(seed);
            if (steps.keySet().containsAll(asked)) {
                lengths.add(asked.size());
                asked.subList(Math.max(0, asked.size() - LAST), asked.size()).forEach(this::deep);
            }
        }
        if (lengths.isEmpty()) {
            return;
        }
        lengths.sort(null);
        int most = lengths.getLast();
        if (most > tone.longest()) {
            tooLong(
                    "somebody who answers everything is asked "
                            + most
                            + " questions; "
                            + tone.longest()
                            + " are enough");
        }
        int half = lengths.get(lengths.size() / 2);
        if (half > tone.usual()) {
            tooLong(
                    "half of those who answer everything are asked "
                            + half
                            + " questions; "
                            + tone.usual()
                            + " are enough");
        }
    }

    /// What somebody is asked who answers everything, until the talk ends or leaves the flow.
    private List<String> asked(int seed) {
        List<String> asked = new ArrayList<>();
        new Wanderer(engine, Manner.ANSWERS, seed)
                .walk(
                        flow.id(),
                        language,
                        played -> {
                            Question question = played.turn().asks();
                            if (question != null
                                    && played.conversation().flow().equals(flow.id())) {
                                asked.add(question.at());
                            }
                        });
        return asked;
    }

    private void deep(String at) {
        Step step = steps.get(at);
        if (step != null && step.depth() >= DEEP) {
            add(
                    Rule.DEEP_ENDING,
                    at,
                    named(List.of(at)) + " goes deep, and is one of the last two questions");
        }
    }

    private void tooLong(String message) {
        add(Rule.TALK_LONG, Pointer.ROOT.in("steps"), message);
    }

    private void add(Rule rule, String at, String message) {
        add(rule, places.getOrDefault(at, Pointer.ROOT.in("steps")), message);
    }

    private void add(Rule rule, Pointer place, String message) {
        String where = language.equals(flow.language()) ? "" : "in \"" + language + "\" ";
        Finding finding = Finding.of(rule, place, where + message, rule.wayOut());
        findings.putIfAbsent(rule.id() + " " + finding.pointer(), finding);
    }
}
