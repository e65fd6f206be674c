package unsaid.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One go at walking answers again; see [Replay].
final class Rewalk {
    private final Engine engine;
    private final Program program;
    private final Walk walk;
    private final List<Said> history = new ArrayList<>();
    private final List<Entry> left = new ArrayList<>();

    Rewalk(Engine engine, Beginning begun) {
        this.engine = engine;
        this.program = begun.program();
        this.walk = new Walk(engine, begun);
        walk.run();
    }

    Walk walk() {
        return walk;
    }

    /// Nothing is erased because of what was walked.
    Replay done(boolean mended) {
        walk.keepAll();
        return new Replay(walk, history, left, mended);
    }

    int playWhileTheyFit(List<Entry> entries) {
        int count = 0;
        while (count < entries.size() && Replay.play(walk, entries.get(count), history)) {
            count++;
        }
        return count;
    }

    boolean stands(@Nullable String place) {
        return place == null || place.equals(walk.open() == null ? Log.ENDED : walk.place());
    }

    boolean took(List<Entry> entries) {
        return answers(Chain.list(walk.entries())).equals(answers(entries));
    }

    private static List<Entry> answers(List<Entry> entries) {
        return entries.stream().filter(entry -> !entry.at().equals(Entry.NOTED)).toList();
    }

    /// Where to begin mending: at the first answer that does not fit, or before the answer that now
    /// opens help which it did not open then.
    int beforeUnforeseenHelp(List<Entry> entries, int fits, @Nullable String stood) {
        boolean helpWasOpen =
                (stood == null || Replay.inSafety(stood))
                        && entries.subList(fits, entries.size()).stream().allMatch(this::aside);
        int from = fits;
        if (walk.inHelp() && !helpWasOpen) {
            do {
                from--;
            } while (from > 0 && (Replay.special(entries.get(from)) || aside(entries.get(from))));
        }
        return Math.max(from, 0);
    }

    void mend(List<Entry> rest, @Nullable String stood, Noted noted) {
        walk.note(noted);
        List<Entry> pool = new ArrayList<>(rest);
        playAsides(pool, 0);
        playAll(pool);
        walk.note(noted);
        playAll(pool);
        if (stood != null
                && Replay.inSafety(stood)
                && !program.flow().id().equals(Library.SAFETY)) {
            openHelp();
        }
        pool.removeIf(entry -> Replay.special(entry) || aside(entry));
        left.addAll(pool);
    }

    private void playAll(List<Entry> pool) {
        while (playNext(pool)) {
            // on to the next question
        }
    }

    /// Answers the open question, or says "enough" if the visitor had said so.
    private boolean playNext(List<Entry> pool) {
        for (int i = 0; i < pool.size(); i++) {
            if (!Replay.special(pool.get(i))
                    && !aside(pool.get(i))
                    && Replay.play(walk, pool.get(i), history)) {
                pool.remove(i);
                playAsides(pool, i);
                return true;
            }
        }
        for (int i = 0; i < pool.size(); i++) {
            if (pool.get(i).at().equals(Entry.ENOUGH)
                    && !walk.inHelp()
                    && Replay.play(walk, pool.get(i), history)) {
                pool.remove(i);
                return true;
            }
        }
        return false;
    }

    /// Goes through the help or the lull that an answer opens, as the visitor did then.
    private void playAsides(List<Entry> pool, int from) {
        while (walk.aside() && from < pool.size() && aside(pool.get(from))) {
            if (!Replay.play(walk, pool.get(from), history)) {
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

    private boolean aside(Entry entry) {
        return Replay.aside(entry, program, engine.library());
    }
}
