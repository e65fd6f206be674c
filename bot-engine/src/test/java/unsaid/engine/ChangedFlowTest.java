package unsaid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import unsaid.engine.Rewriter.Change;

/// People by chance, in flows that authors change by chance while they talk; with fixed seeds.
class ChangedFlowTest {
    private static final int TALKS = 25;
    private static final int CHANGES = 85;
    private static final int EVENTS = 24;
    private static final String LOOPS =
            """
            {"flow":"loops","version":1,"language":"en","title":"Loops","enough":"close",
             "lull":{"after":2,"go":"lull"},
             "steps":[
              {"id":"mood","ask":"How heavy?","answer":{"type":"scale"}},
              {"id":"fears","ask":"What?","answer":{"type":"list","of":"text","max":3},"skip":{"go":"kind"}},
              {"id":"weigh","each":"fears","as":"fear","steps":[
                {"id":"strength","ask":"How strong?","answer":{"type":"number","min":0,"max":10}},
                {"id":"places","ask":"Where?","answer":{"type":"multi","min":0,"options":[
                  {"value":"home","label":"Home"},{"value":"out","label":"Out","flag":"restrict"}]}},
                {"id":"deep","each":"places","as":"place","steps":[
                  {"id":"why","ask":"Why?","answer":{"type":"text","length":50}}]}]},
              {"id":"kind","ask":"Which?","answer":{"type":"choice","options":[
                {"value":"a","label":"A","flag":"fear"},{"value":"b","label":"B","flag":"own"},
                {"value":"c","label":"C","text":20},{"value":"d","label":"D","if":"not coupleLocked"},
                {"value":"e","label":"E","flag":"violence"},{"value":"again","label":"Again","go":"mood","times":2}]}},
              {"id":"asks","call":"small","with":{"heavy":"mood"}},
              {"id":"order","ask":"Order?","answer":{"type":"rank","from":"fears"}},
              {"id":"piles","ask":"Whose?","answer":{"type":"sort","from":"fears","buckets":[
                {"value":"mine","label":"Mine"},{"value":"ours","label":"Ours"}]}},
              {"id":"some","ask":"Some?","answer":{"type":"pick","from":"fears","min":1,"max":2}},
              {"id":"day","ask":"When?","answer":{"type":"date"}},
              {"id":"on","ask":"And now?","answer":{"type":"choice","options":[
                {"value":"next","label":"On","go":"@next","suggest":"small"},
                {"value":"stop","label":"Stop","go":"close"}]},"skip":{"go":"close"}},
              {"id":"lull","ask":"Go on?","answer":{"type":"choice","options":[
                {"value":"yes","label":"Yes","go":"@return"},{"value":"no","label":"No","go":"close"}]}},
              {"id":"close","ask":"Was it enough?","answer":{"type":"yesno"}},
              {"id":"end","end":"done","say":"Thanks.","show":["mood","fears"]}]}
            """;
    private static final String SMALL =
            """
            {"flow":"small","version":1,"language":"en","title":"Small","gives":["calm"],
             "steps":[
              {"id":"breathe","say":"In. Out.","ask":"Done?","answer":{"type":"yesno"}},
              {"id":"calm","ask":"How calm?","answer":{"type":"scale","min":0,"max":5}},
              {"id":"bye","end":"done","say":"Well."}]}
            """;

    private static final Map<String, String> FILES = files();

    private static Map<String, String> files() {
        Map<String, String> files = new HashMap<>();
        files.put("loops/flow.json", LOOPS);
        files.put("small/flow.json", SMALL);
        for (String file :
                List.of(
                        "helplines.json",
                        "welcome/flow.json",
                        "naming-fears/flow.json",
                        "safety/flow.json")) {
            try {
                files.put(file, Files.readString(Path.of("..", "dialogs").resolve(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private final Library before = Objects.requireNonNull(Rewriter.library(FILES));
    private final Engine old = Engine.of(before);

    @TestFactory
    Stream<DynamicTest> whateverAnAuthorChangesNobodyLosesAnswersSafetyOrTheThread() {
        return Stream.of("loops", "small", "welcome", "naming-fears", "safety")
                .map(flow -> DynamicTest.dynamicTest(flow, () -> changes(flow)));
    }

    private void changes(String flow) {
        SplittableRandom chance = new SplittableRandom(flow.hashCode());
        List<Ramble> talks = new ArrayList<>();
        for (int i = 0; i < TALKS; i++) {
            talks.add(ramble(flow, chance));
        }
        Map<Change, Integer> made = new EnumMap<>(Change.class);
        Rewriter author = new Rewriter(chance);
        for (int i = 0; i < CHANGES; i++) {
            Map<String, String> files = FILES;
            int several = 1 + chance.nextInt(3);
            List<Change> done = new ArrayList<>();
            for (int j = 0; j < several; j++) {
                Change change = Change.values()[(i + 7 * j) % Change.values().length];
                String file =
                        chance.nextInt(4) > 0
                                ? flow + "/flow.json"
                                : List.of("small", "welcome", "safety").get(chance.nextInt(3))
                                        + "/flow.json";
                Map<String, String> changed = author.changed(files, file, change);
                if (changed != null && Rewriter.library(changed) != null) {
                    files = changed;
                    done.add(change);
                    made.merge(change, 1, Integer::sum);
                }
            }
            if (done.isEmpty()) {
                continue;
            }
            Library now = Objects.requireNonNull(Rewriter.library(files)).keeping(before);
            for (int k = 0; k < TALKS; k++) {
                Ramble talk = talks.get(k);
                try {
                    holds(talk, Engine.of(now), done, chance);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError(
                            done
                                    + " in change "
                                    + i
                                    + ", talk "
                                    + k
                                    + ": "
                                    + talk.conversation.log(),
                            e);
                }
            }
        }
        assertTrue(made.size() >= 9, "too few kinds of changes were sound: " + made);
    }

    private Ramble ramble(String flow, SplittableRandom chance) {
        Ramble talk = new Ramble(old, flow, chance.split());
        for (int events = chance.nextInt(EVENTS); events > 0 && !talk.turn.erase(); events--) {
            talk.anything();
        }
        return talk;
    }

    private void holds(Ramble talk, Engine now, List<Change> done, SplittableRandom chance) {
        Log log = talk.conversation.log();
        Outcome.Played played = Ramble.played(now.resume(log));
        Turn turn = played.turn();
        Log after = played.conversation().log();

        assertTrue(turn.asks() != null || turn.ending() != null, "stranded");
        assertEquals(log.turns(), turn.number(), "the number of the turn");
        assertFalse(turn.erase(), "walking again erases nothing");
        assertNotNull(turn.history());

        List<Entry> given = ordinary(log, now);
        List<Entry> still = ordinary(after, now);
        assertEquals(count(given), count(still), "an answer was lost or made up");

        boolean same =
                answers(log, now).equals(answers(after, now))
                        && Objects.equals(moved(open(log), now), after.open());
        assertEquals(same ? 0 : 1, kindLines(turn), "kind lines; the same: " + same);
        if (same && turn.asks() != null && talk.turn.asks() != null) {
            assertEquals(
                    moved(talk.turn.asks().at(), now),
                    turn.asks().at(),
                    "the question that is open");
        }
        if (done.stream().allMatch(change -> change == Change.REWORD)) {
            assertTrue(same, "new words ask nothing again");
            if (talk.turn.asks() != null) {
                assertEquals(talk.turn.asks().id(), Objects.requireNonNull(turn.asks()).id());
            }
        }
        nothingThatFitsIsAskedAgain(now, played, after.kept().size() - log.kept().size());
        safetyStays(log, after, turn);
        again(now, log, played);
        onAndOn(now, played, chance);
    }

    private static void nothingThatFitsIsAskedAgain(
            Engine now, Outcome.Played played, int justLeft) {
        Question asks = played.turn().asks();
        if (asks == null) {
            return;
        }
        for (Entry entry : played.conversation().log().kept().subList(0, Math.max(0, justLeft))) {
            if (entry.at().equals(asks.at())) {
                Outcome outcome =
                        now.advance(
                                played.conversation(),
                                new Event.Answered(asks.id(), entry.given()));
                assertTrue(
                        outcome instanceof Outcome.Refused,
                        asks.at() + " is asked again though " + entry.given() + " fits");
            }
        }
    }

    private static void safetyStays(Log log, Log after, Turn turn) {
        Noted was = Noted.of(log.noted());
        Noted is = Noted.of(after.noted());
        assertEquals(is, is.and(was), "a danger, a lock or the country was taken back");
        boolean wasInHelp = inHelp(open(log)) && !log.flow().equals(Library.SAFETY);
        if (wasInHelp && turn.asks() != null) {
            assertTrue(inHelp(turn.asks().at()), "taken out of help to " + turn.asks().at());
        }
        if (!wasInHelp
                && turn.asks() != null
                && !log.flow().equals(Library.SAFETY)
                && List.of("safety/soft", "safety/own").contains(turn.asks().at())) {
            assertNotEquals(
                    is.met().raised() & was.met().raised(),
                    is.met().raised(),
                    "the same gentle talk was opened again");
        }
    }

    private static void again(Engine now, Log log, Outcome.Played played) {
        Outcome.Played twice = Ramble.played(now.resume(log));
        assertEquals(played.turn().toString(), twice.turn().toString());
        assertEquals(played.conversation().log(), twice.conversation().log());
        Outcome.Played later = Ramble.played(now.resume(played.conversation().log()));
        assertEquals(played.conversation().log(), later.conversation().log());
        assertEquals(String.valueOf(played.turn().asks()), String.valueOf(later.turn().asks()));
        assertEquals(0, kindLines(later.turn()), "said once");
        assertEquals(played.conversation().values(), later.conversation().values());
    }

    private static void onAndOn(Engine now, Outcome.Played from, SplittableRandom chance) {
        Ramble on = new Ramble(now, from, chance.split());
        int turns = from.turn().number();
        for (int i = 0; i < EVENTS && on.turn.asks() != null && !on.turn.erase(); i++) {
            boolean locked = on.conversation.coupleLocked();
            on.answer();
            assertTrue(on.turn.number() >= turns, "the number fell");
            turns = on.turn.number();
            assertTrue(on.conversation.coupleLocked() || !locked, "unlocked by going on");
            Question asks = on.turn.asks();
            if (asks != null && !isAside(asks.at(), on.conversation, now)) {
                assertTrue(
                        on.conversation.log().kept().stream()
                                .noneMatch(entry -> entry.at().equals(asks.at())),
                        asks.at() + " was asked before its answer was looked at");
            }
        }
        if (on.turn.erase()) {
            return;
        }
        Outcome.Played back = Ramble.played(now.resume(on.conversation.log()));
        assertEquals(on.conversation.log(), back.conversation().log());
        assertEquals(0, kindLines(back.turn()));
    }

    /// Whether help or a lull asks; where the visitor walks the flow of help itself, that cannot be
    /// told from a place.
    private static boolean isAside(String at, Conversation conversation, Engine engine) {
        return conversation.begun().program().flow().id().equals(Library.SAFETY)
                || Replay.aside(
                        new Entry(at, new Given.Skipped()),
                        conversation.begun().program(),
                        engine.library());
    }

    private static boolean inHelp(String at) {
        return at.startsWith("safety/");
    }

    private static String open(Log log) {
        return Objects.requireNonNull(log.open());
    }

    private static int kindLines(Turn turn) {
        return (int)
                turn.says().stream().filter(line -> line.equals(Words.MENDED.in("en"))).count();
    }

    private static String moved(String at, Engine engine) {
        return Replay.moved(new Entry(at, new Given.Skipped()), engine.library()).at();
    }

    private static List<Entry> answers(Log log, Engine engine) {
        return log.entries().stream()
                .filter(entry -> !entry.at().equals(Entry.NOTED))
                .map(entry -> Replay.moved(entry, engine.library()))
                .toList();
    }

    /// Every answer that is not an aside, given or waiting.
    private static List<Entry> ordinary(Log log, Engine engine) {
        Program begun = Objects.requireNonNull(engine.library().program(log.flow()));
        return Stream.concat(log.entries().stream(), log.kept().stream())
                .map(entry -> Replay.moved(entry, engine.library()))
                .filter(entry ->
                        !Replay.special(entry) && !Replay.aside(entry, begun, engine.library()))
                .toList();
    }

    private static Map<Entry, Integer> count(List<Entry> entries) {
        Map<Entry, Integer> count = new HashMap<>();
        entries.forEach(entry -> count.merge(entry, 1, Integer::sum));
        return count;
    }
}
