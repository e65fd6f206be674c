package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import unsaid.check.Wanderer;
import unsaid.check.Wayfinder;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Outcome;
import unsaid.engine.Question;
import unsaid.engine.Turn;
import unsaid.flow.Flow;
import unsaid.flow.Step;
import unsaid.format.Dialogs;

/// Ending early is a good end: whoever has had enough sees all that the summary would show for the
/// same answers, and can save it.
class EnoughTest {
    private static final int WALKS = 150;

    /// What a part calls its summary.
    private static final List<String> SUMMARIES = List.of("summary", "sum");

    /// Questions for those alone who bring something from another part.
    private static final Set<String> BROUGHT = Set.of("check-in/layer", "naming-hopes/bring");

    private final Engine engine = Shipped.engine();

    /// The same parts, in which “enough” leads to the summary itself.
    private final Engine other = toTheSummary();

    @TestFactory
    Stream<DynamicTest> enoughShowsAllThatTheSummaryWouldAndOffersToSaveWhatThereIs() {
        return flows().map(flow ->
                DynamicTest.dynamicTest(
                        flow.id(),
                        () -> {
                            Set<String> left = questions(flow);
                            Set<String> wrong = new LinkedHashSet<>();
                            for (int seed = 0; seed < WALKS; seed++) {
                                Wanderer visitor =
                                        new Wanderer(engine, Wanderer.Manner.PLAIN, seed);
                                Outcome.Played at = Rover.played(engine.start(flow.id(), "en"));
                                while (at.turn().asks() != null
                                        && at.conversation().flow().equals(flow.id())) {
                                    enough(at.conversation(), at.turn(), left, wrong);
                                    at =
                                            Rover.played(
                                                    engine.advance(
                                                            at.conversation(),
                                                            visitor.next(at.turn())));
                                }
                            }
                            for (String step : List.copyOf(left)) {
                                Wayfinder.Way way = Wayfinder.to(engine, flow.id(), step);
                                if (way != null) {
                                    enough(way.conversation(), way.turn(), left, wrong);
                                }
                            }
                            left.removeIf(step -> BROUGHT.contains(flow.id() + "/" + step));
                            assertEquals(Set.of(), wrong);
                            assertEquals(Set.of(), left, "questions at which nobody had enough");
                        }));
    }

    private void enough(Conversation now, Turn turn, Set<String> left, Set<String> wrong) {
        Question question = Objects.requireNonNull(turn.asks());
        String place = question.at().replaceAll("/\\d+", "");
        String step = place.substring(place.lastIndexOf('/') + 1);
        if (place.startsWith("safety/")) {
            return;
        }
        left.remove(step);
        if (!turn.can().contains(Turn.Can.ENOUGH)) {
            return;
        }
        Outcome.Played early = Rover.played(engine.advance(now, new Event.Enough()));
        Outcome.Played same = Rover.played(other.resume(now.log()));
        // Behind the summary there is nothing to have enough of.
        if (other.advance(same.conversation(), new Event.Enough())
                instanceof Outcome.Played(_, Turn whole)) {
            List<String> lost = new ArrayList<>(lines(whole));
            lost.removeAll(lines(early.turn()));
            lost.forEach(line -> wrong.add(step + " loses " + line.replaceAll(": .*", "")));
        }
        if (lines(early.turn()).isEmpty() == offersToSave(early.turn())) {
            wrong.add(
                    step
                            + (offersToSave(early.turn()) ? " offers" : " does not offer")
                            + " to save "
                            + labels(early.turn()));
        }
    }

    private static boolean offersToSave(Turn turn) {
        return turn.asks() != null
                && turn.asks().wants() instanceof Question.Wants.Choice(List<Question.Tap> taps)
                && taps.stream().anyMatch(tap -> tap.value().equals("save"));
    }

    private static List<String> lines(Turn turn) {
        return turn.card() == null
                ? List.of()
                : turn.card().lines().stream()
                        .map(line -> line.label() + ": " + line.text())
                        .toList();
    }

    private static List<String> labels(Turn turn) {
        return lines(turn).stream().map(line -> line.replaceAll(": .*", "")).toList();
    }

    /// Its questions, those of its loops included.
    private static Set<String> questions(Flow flow) {
        Set<String> questions = new TreeSet<>();
        flow.everyStep().stream()
                .filter(step -> step.kind() instanceof Step.Kind.Ask)
                .forEach(step -> questions.add(step.id()));
        return questions;
    }

    /// The parts that have a summary: all but the welcome, whose map shows what there is, and help.
    private Stream<Flow> flows() {
        List<Flow> flows =
                engine.library().flows().stream()
                        .sorted()
                        .map(id -> Objects.requireNonNull(engine.library().flow(id)))
                        .filter(flow -> summary(flow) != null)
                        .toList();
        assertTrue(flows.size() >= 10, flows.toString());
        return flows.stream();
    }

    private static @org.jspecify.annotations.Nullable String summary(Flow flow) {
        return flow.steps().stream()
                .map(Step::id)
                .filter(SUMMARIES::contains)
                .findFirst()
                .orElse(null);
    }

    private Engine toTheSummary() {
        Map<String, String> files = new HashMap<>();
        try {
            files.put("helplines.json", Files.readString(Shipped.FOLDER.resolve("helplines.json")));
            for (String id : engine.library().flows()) {
                Path file = Shipped.FOLDER.resolve(id + "/flow.json");
                Flow flow = Objects.requireNonNull(engine.library().flow(id));
                String summary = summary(flow);
                String text = Files.readString(file);
                files.put(
                        id + "/flow.json",
                        summary == null
                                ? text
                                : text.replaceFirst(
                                        "\"enough\": \"" + flow.enough() + "\"",
                                        "\"enough\": \"" + summary + "\""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Dialogs.Loaded loaded = Dialogs.read(files, Dialogs.PRIVACY);
        return Engine.of(
                Objects.requireNonNull(loaded.library(), () -> "errors:\n" + loaded.findings()));
    }
}
