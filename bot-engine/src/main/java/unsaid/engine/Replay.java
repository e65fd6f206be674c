package unsaid.engine;

import java.util.ArrayList;
import java.util.List;
import unsaid.engine.Program.Act;
import unsaid.flow.Flow;

/// A log walked again from the first question.
///
/// @param walk stands where the log leads to
/// @param history what was said and answered on the way
/// @param left answers that did not come up, to be kept
/// @param mended whether the log did not fit the flow as it is now
record Replay(Walk walk, List<Said> history, List<Entry> left, boolean mended) {

    static Replay of(Engine engine, Program program, List<Entry> entries) {
        Walk walk = new Walk(engine, program);
        walk.run();
        List<Said> history = new ArrayList<>();
        List<Entry> rest =
                new ArrayList<>(
                        entries.stream().map(entry -> moved(entry, engine.library())).toList());
        List<Entry> left = new ArrayList<>();
        boolean mended = false;
        while (!rest.isEmpty()) {
            if (play(walk, rest.getFirst(), history)) {
                rest.removeFirst();
                continue;
            }
            mended = true;
            int found = find(walk, rest);
            if (found < 0) {
                left.addAll(rest);
                break;
            }
            left.addAll(rest.subList(0, Math.max(found, 1)));
            rest.subList(0, Math.max(found, 1)).clear();
        }
        left.removeIf(entry -> special(entry) || inSafety(entry));
        return new Replay(walk, List.copyOf(history), left, mended);
    }

    /// Answers the open question from the kept answers, if one fits. Asides are always asked.
    static boolean takeKept(Walk walk, List<Entry> kept) {
        if (walk.open() == null || walk.aside()) {
            return false;
        }
        String place = walk.place();
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).at().equals(place)) {
                return play(walk, kept.remove(i), new ArrayList<>());
            }
        }
        return false;
    }

    static boolean special(Entry entry) {
        return entry.at().startsWith("@");
    }

    /// Whether an answer was given to help or to a lull: such answers are never given again by
    /// themselves.
    static boolean aside(Entry entry, Conversation conversation) {
        if (inSafety(entry) && !conversation.begun().flow().id().equals(Library.SAFETY)) {
            return true;
        }
        Flow.Lull lull = conversation.begun().flow().lull();
        return lull != null && entry.at().endsWith("/" + lull.go());
    }

    private static boolean inSafety(Entry entry) {
        return entry.at().startsWith(Library.SAFETY + "/");
    }

    private static int find(Walk walk, List<Entry> rest) {
        if (walk.open() == null) {
            return -1;
        }
        String place = walk.place();
        for (int i = 1; i < rest.size(); i++) {
            if (rest.get(i).at().equals(place)) {
                return i;
            }
        }
        return -1;
    }

    /// Plays one entry if it fits the open question, and notes the exchange.
    private static boolean play(Walk walk, Entry entry, List<Said> history) {
        Act.Ask ask = walk.open();
        if (ask == null) {
            return false;
        }
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

    private static Entry moved(Entry entry, Library library) {
        String[] parts = entry.at().split("/", 3);
        Program program = parts.length < 2 ? null : library.program(parts[0]);
        String now = program == null ? null : program.flow().moved().get(parts[1]);
        if (now == null) {
            return entry;
        }
        return new Entry(
                parts[0] + "/" + now + (parts.length == 3 ? "/" + parts[2] : ""), entry.given());
    }
}
