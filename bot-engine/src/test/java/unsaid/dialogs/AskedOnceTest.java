package unsaid.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Question;

/// Parts hand on what they know: in one visit nobody answers the same question in two of them.
class AskedOnceTest {
    private static final int WALKS = 60_000;

    /// What may be asked again elsewhere, and why.
    private static final Map<String, String> AGAIN =
            Map.ofEntries(
                    Map.entry("What would you like to do?", "it asks for the way, not for oneself"),
                    Map.entry("What would you like to do now?", "the way on from a card"),
                    Map.entry("How would you like to save it?", "about another card"),
                    Map.entry("How would you like to keep it?", "about another card"),
                    Map.entry("Would you like to go on, or stop here?", "after each lull"),
                    Map.entry("Where would you like to look next?", "the way on from a part"),
                    Map.entry("How would you like to go on?", "the way on, after something hard"),
                    Map.entry("What would you like now?", "the way on, where there is no answer"),
                    Map.entry("Is that right?", "about other words, said back"),
                    Map.entry("Does that fit?", "about another picture, said back"),
                    Map.entry("What would you add?", "to other words, said back"),
                    Map.entry("Would one of these help before we stop?", "after something heavy"),
                    Map.entry("How heavy do things feel now?", "measured at the end of each part"),
                    Map.entry("Would you like to see who that could be?", "an offer of help"),
                    Map.entry(
                            "Are you safe right now?",
                            "asked again when things get very heavy: it can change"));

    private final Engine engine = Shipped.engine();

    @Test
    void noQuestionIsAnsweredInTwoPartsOfOneVisit() {
        List<String> parts =
                engine.library().flows().stream()
                        .filter(flow -> !flow.equals("safety"))
                        .sorted()
                        .toList();
        Map<String, String> twice = new ConcurrentHashMap<>();
        Set<String> used = ConcurrentHashMap.newKeySet();
        Set<Integer> lengths = ConcurrentHashMap.newKeySet();
        LongStream.range(0, WALKS)
                .parallel()
                .forEach(seed -> {
                    Visit visit = new Visit();
                    String first =
                            seed % 2 == 0 ? "welcome" : parts.get((int) (seed / 2 % parts.size()));
                    new Rover(engine, seed).walk(first, 0, visit::at);
                    visit.twice.forEach(line -> {
                        String text = line.substring(line.indexOf('“') + 1, line.indexOf('”'));
                        if (AGAIN.containsKey(text)) {
                            used.add(text);
                        } else {
                            twice.putIfAbsent(line, "seed " + seed);
                        }
                    });
                    lengths.add(visit.parts.size());
                });
        assertTrue(lengths.contains(4), "no visit led through four parts: " + lengths);
        assertEquals(Map.of(), new TreeMap<>(twice));
        assertEquals(AGAIN.keySet(), used, "what is never asked again needs no leave");
    }

    /// What was answered in one visit. The look back opens a new one.
    private static final class Visit {
        private final Map<String, String> answered = new HashMap<>();
        private final List<String> twice = new ArrayList<>();
        private final Set<String> parts = new java.util.HashSet<>();

        void at(Rover.Moment moment) {
            Question asked = moment.asked();
            if (asked.at().equals("check-in/start")) {
                answered.clear();
            }
            parts.add(moment.now().flow());
            if (!asked.at().startsWith("safety/") && gaveAnAnswer(moment.event())) {
                String step = asked.at().replaceAll("/\\d+", "");
                String before = answered.putIfAbsent(asked.text(), step);
                if (before != null && !before.equals(step)) {
                    twice.add(before + ", " + step + ": “" + asked.text() + "”");
                }
            }
        }

        private static boolean gaveAnAnswer(Event event) {
            return event instanceof Event.Answered(_, Given given)
                    && !(given instanceof Given.Skipped)
                    && !(given instanceof Given.NotKnown)
                    && !(given instanceof Given.Several(var chosen) && chosen.isEmpty());
        }
    }
}
