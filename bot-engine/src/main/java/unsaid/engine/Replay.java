package unsaid.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Program.Act;
import unsaid.engine.Program.Node;
import unsaid.flow.Answer;
import unsaid.flow.Flow;
import unsaid.safety.Met;

/// Answers walked again from the first question.
///
/// As long as each of them fits, they are walked in their order, and nothing is changed. At the
/// first that does not (or if they no longer lead to the question that stood open), the flow has
/// changed: from there on, every question takes the first of the remaining answers that was given
/// to it and fits, and the walk stops at the first one that has none.
///
/// @param walk stands where the answers lead to
/// @param history what was said and answered on the way
/// @param left answers that did not come up, to be kept
/// @param mended whether the visitor stands elsewhere, or with other answers, than before
record Replay(Walk walk, List<Said> history, List<Entry> left, boolean mended) {
    Replay {
        history = List.copyOf(history);
        left = List.copyOf(left);
    }

    /// @param open where the visitor stood, as in [Log#open]; null: not known
    /// @param noted what must not be taken back
    static Replay of(
            Engine engine,
            Beginning begun,
            List<Entry> entries,
            @Nullable String open,
            Noted noted) {
        List<Entry> all = entries.stream().map(entry -> moved(entry, engine.library())).toList();
        String stood = open == null ? null : moved(open, engine.library());
        Rewalk straight = new Rewalk(engine, begun);
        int fits = straight.playWhileTheyFit(all);
        if (fits == all.size()) {
            straight.walk().note(noted);
        }
        if (fits == all.size() && straight.stands(stood)) {
            return straight.done(false);
        }
        int from = straight.beforeUnforeseenHelp(all, fits, stood);
        Rewalk mending = new Rewalk(engine, begun);
        mending.playWhileTheyFit(all.subList(0, from));
        mending.mend(all.subList(from, all.size()), stood, noted);
        return mending.done(!mending.stands(stood) || !mending.took(all));
    }

    /// The same for answers that this very version of the flow has taken.
    static Replay of(Engine engine, Beginning begun, List<Entry> entries) {
        return of(engine, begun, entries, null, Noted.NONE);
    }

    /// Answers the open question from the kept answers, if one fits; those that do not are dropped
    /// with it. Asides are always asked.
    static boolean takeKept(Walk walk, List<Entry> kept) {
        if (walk.open() == null || walk.aside()) {
            return false;
        }
        String place = walk.place();
        for (int i = 0; i < kept.size(); ) {
            if (!kept.get(i).at().equals(place)) {
                i++;
            } else if (play(walk, kept.remove(i), new ArrayList<>())) {
                return true;
            }
        }
        return false;
    }

    /// The question of a place; null if there is none any more.
    static Act.@Nullable Ask asked(Program program, String place) {
        for (Node node : program.nodes()) {
            if (node.act() instanceof Act.Ask ask
                    && (place.equals(node.at()) || place.startsWith(node.at() + "/"))) {
                return ask;
            }
        }
        return null;
    }

    static boolean special(Entry entry) {
        return entry.at().startsWith("@");
    }

    /// Whether an answer was given to help or to a lull: such answers are never given again by
    /// themselves.
    static boolean aside(Entry entry, Program begun, Library library) {
        if (inSafety(entry.at())) {
            return !begun.flow().id().equals(Library.SAFETY);
        }
        String[] parts = entry.at().split("/", 3);
        Program program = parts.length < 2 ? null : library.program(parts[0]);
        Flow.Lull lull = program == null ? null : program.flow().lull();
        return lull != null && parts[1].equals(lull.go());
    }

    /// Whether an entry opens help, was given there, or holds what is known of danger.
    static boolean ofHelp(Entry entry) {
        return entry.at().equals(Entry.HELP)
                || entry.at().equals(Entry.NOTED)
                || inSafety(entry.at());
    }

    static boolean inSafety(String at) {
        return at.startsWith(Library.SAFETY + "/");
    }

    /// Plays one entry if it fits the open question, and notes the exchange.
    static boolean play(Walk walk, Entry entry, List<Said> history) {
        if (entry.at().equals(Entry.NOTED)) {
            walk.note(
                    entry.given() instanceof Given.Lines(var words) ? Noted.of(words) : Noted.NONE);
            return true;
        }
        walk.overPast(true);
        boolean fits = walk.open() != null && plays(walk, entry, history);
        walk.overPast(false);
        return fits;
    }

    private static boolean plays(Walk walk, Entry entry, List<Said> history) {
        Act.Ask ask = java.util.Objects.requireNonNull(walk.open());
        String language = walk.program().flow().language();
        List<String> says = new ArrayList<>(walk.says());
        says.add(walk.render(ask.question()));
        List<Linked> links = walk.links();
        String place = walk.place();
        boolean repeats = repeats(ask, history);
        String answer;
        boolean apart = inSafety(entry.at());
        switch (entry.at()) {
            case Entry.HELP -> {
                answer = Words.HELP.in(language);
                if (entry.given() instanceof Given.Chosen(String step, String kinds)) {
                    walk.helpAt(step, kinds == null ? Met.NONE : Met.of(List.of(kinds.split(" "))));
                } else {
                    walk.help(true);
                }
            }
            case Entry.ENOUGH -> {
                if (!walk.mayStop()) {
                    return false;
                }
                answer = Words.ENOUGH.in(language);
                walk.enough();
            }
            default -> {
                if (!entry.at().equals(place) || walk.answer(ask, entry.given()) != null) {
                    return false;
                }
                answer = Answers.words(ask, entry.given(), language);
                apart |= walk.flagged() || repeats;
            }
        }
        walk.forgetSaid();
        walk.run();
        history.add(new Said(special(entry) ? entry.at() : place, says, links, answer, apart));
        return true;
    }

    /// Whether a question or the answers to it may repeat an answer that showed danger.
    private static boolean repeats(Act.Ask ask, List<Said> history) {
        boolean earlier =
                switch (ask.answer()) {
                    case Answer.Rank _, Answer.Sort _, Answer.Pick _, Answer.Confirm _ -> true;
                    case Answer.Choice _, Answer.Multi _, Answer.YesNo _, Answer.Scale _ -> false;
                    case Answer.Number _, Answer.Text _, Answer.Texts _, Answer.Date _ -> false;
                };
        return (earlier || !ask.question().isConstant()) && history.stream().anyMatch(Said::apart);
    }

    static Entry moved(Entry entry, Library library) {
        String now = moved(entry.at(), library);
        return now.equals(entry.at()) ? entry : new Entry(now, entry.given());
    }

    /// Where a talk began, under the name that its first step has now.
    static Beginning beginning(Program program, Log log) {
        String door = log.door();
        return Beginning.of(
                program,
                door == null ? null : program.flow().moved().getOrDefault(door, door),
                log.noted().contains(Beginning.ONLY_TAPS));
    }

    private static String moved(String at, Library library) {
        String[] parts = at.split("/", 3);
        Program program = parts.length < 2 ? null : library.program(parts[0]);
        String now = program == null ? null : program.flow().moved().get(parts[1]);
        return now == null ? at : parts[0] + "/" + now + (parts.length == 3 ? "/" + parts[2] : "");
    }
}
