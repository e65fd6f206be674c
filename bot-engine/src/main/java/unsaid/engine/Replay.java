package unsaid.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Program.Act;
import unsaid.flow.Flow;

/// Answers walked again from the first question.
///
/// As long as each of them fits, they are walked in their order, and nothing is changed. At the
/// first that does not (or if they no longer lead to the question that stood open), the flow has
/// changed: from there on, every question takes the first of the remaining answers that was given
/// to it and fits, and the walk stops at the first one that has none.
final class Replay {
    private final Engine engine;
    private final Program program;
    private final Walk walk;
    private final List<Said> history = new ArrayList<>();
    private List<Entry> left = List.of();
    private boolean mended;

    private Replay(Engine engine, Program program) {
        this.engine = engine;
        this.program = program;
        this.walk = new Walk(engine, program);
        walk.run();
    }

    /// @param open where the visitor stood, as in [Log#open]; null: not known
    /// @param noted what must not be taken back
    static Replay of(
            Engine engine,
            Program program,
            List<Entry> entries,
            @Nullable String open,
            Noted noted) {
        List<Entry> all = entries.stream().map(entry -> moved(entry, engine.library())).toList();
        String stood = open == null ? null : moved(open, engine.library());
        Replay replay = new Replay(engine, program);
        int fits = replay.playWhileTheyFit(all);
        if (fits == all.size()) {
            replay.walk.note(noted);
        }
        if (fits < all.size() || !replay.stands(stood)) {
            int from = replay.beforeUnforeseenHelp(all, fits, stood);
            replay = new Replay(engine, program);
            replay.playWhileTheyFit(all.subList(0, from));
            replay.mend(all.subList(from, all.size()), stood, noted);
            replay.mended = !replay.stands(stood) || !replay.took(all);
        }
        replay.walk.keepAll();
        return replay;
    }

    /// The same for answers that this very version of the flow has taken.
    static Replay of(Engine engine, Program program, List<Entry> entries) {
        return of(engine, program, entries, null, Noted.NONE);
    }

    /// Stands where the answers lead to.
    Walk walk() {
        return walk;
    }

    /// What was said and answered on the way.
    List<Said> history() {
        return List.copyOf(history);
    }

    /// Answers that did not come up, to be kept.
    List<Entry> left() {
        return left;
    }

    /// Whether the visitor stands elsewhere, or with other answers, than before.
    boolean mended() {
        return mended;
    }

    private int playWhileTheyFit(List<Entry> entries) {
        int count = 0;
        while (count < entries.size() && play(walk, entries.get(count), history)) {
            count++;
        }
        return count;
    }

    private boolean stands(@Nullable String place) {
        return place == null || place.equals(walk.open() == null ? Log.ENDED : walk.place());
    }

    private boolean took(List<Entry> entries) {
        return answers(Chain.list(walk.entries())).equals(answers(entries));
    }

    private static List<Entry> answers(List<Entry> entries) {
        return entries.stream().filter(entry -> !entry.at().equals(Entry.NOTED)).toList();
    }

    /// Where to begin mending: at the first answer that does not fit, or before the answer that now
    /// opens help which it did not open then.
    private int beforeUnforeseenHelp(List<Entry> entries, int fits, @Nullable String stood) {
        boolean helpWasOpen =
                (stood == null || inSafety(stood))
                        && entries.subList(fits, entries.size()).stream().allMatch(this::aside);
        int from = fits;
        if (walk.inHelp() && !helpWasOpen) {
            do {
                from--;
            } while (from > 0 && (special(entries.get(from)) || aside(entries.get(from))));
        }
        return Math.max(from, 0);
    }

    private void mend(List<Entry> rest, @Nullable String stood, Noted noted) {
        walk.note(noted);
        List<Entry> pool = new ArrayList<>(rest);
        playAsides(pool, 0);
        playAll(pool);
        walk.note(noted);
        playAll(pool);
        if (stood != null && inSafety(stood) && !program.flow().id().equals(Library.SAFETY)) {
            openHelp();
        }
        pool.removeIf(entry -> special(entry) || aside(entry));
        left = List.copyOf(pool);
    }

    private void playAll(List<Entry> pool) {
        while (playNext(pool)) {
            // on to the next question
        }
    }

    /// Answers the open question, or says "enough" if the visitor had said so.
    private boolean playNext(List<Entry> pool) {
        for (int i = 0; i < pool.size(); i++) {
            if (!special(pool.get(i)) && !aside(pool.get(i)) && play(walk, pool.get(i), history)) {
                pool.remove(i);
                playAsides(pool, i);
                return true;
            }
        }
        for (int i = 0; i < pool.size(); i++) {
            if (pool.get(i).at().equals(Entry.ENOUGH)
                    && !walk.inHelp()
                    && play(walk, pool.get(i), history)) {
                pool.remove(i);
                return true;
            }
        }
        return false;
    }

    /// Goes through the help or the lull that an answer opens, as the visitor did then.
    private void playAsides(List<Entry> pool, int from) {
        while (walk.aside() && from < pool.size() && aside(pool.get(from))) {
            if (!play(walk, pool.get(from), history)) {
                return;
            }
            pool.remove(from);
        }
    }

    /// Who was in help is in help still.
    private void openHelp() {
        boolean can = walk.open() != null && engine.library().program(Library.SAFETY) != null;
        if (can && !walk.inHelp()) {
            walk.help(true);
            walk.run();
        }
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

    private boolean aside(Entry entry) {
        return aside(entry, program, engine.library());
    }

    private static boolean inSafety(String at) {
        return at.startsWith(Library.SAFETY + "/");
    }

    /// Plays one entry if it fits the open question, and notes the exchange.
    private static boolean play(Walk walk, Entry entry, List<Said> history) {
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
        String place = walk.place();
        String answer;
        switch (entry.at()) {
            case Entry.HELP -> {
                answer = Words.HELP.in(language);
                walk.help(true);
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
            }
        }
        walk.forgetSaid();
        walk.run();
        history.add(new Said(special(entry) ? entry.at() : place, says, answer));
        return true;
    }

    static Entry moved(Entry entry, Library library) {
        String now = moved(entry.at(), library);
        return now.equals(entry.at()) ? entry : new Entry(now, entry.given());
    }

    private static String moved(String at, Library library) {
        String[] parts = at.split("/", 3);
        Program program = parts.length < 2 ? null : library.program(parts[0]);
        String now = program == null ? null : program.flow().moved().get(parts[1]);
        return now == null ? at : parts[0] + "/" + now + (parts.length == 3 ? "/" + parts[2] : "");
    }
}
