package unsaid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unsaid.check.Wayfinder;
import unsaid.dialogs.Shipped;
import unsaid.flow.Answer;
import unsaid.flow.Flag;
import unsaid.flow.Option;
import unsaid.flow.Step;
import unsaid.format.Dialogs;
import unsaid.format.Found;
import unsaid.format.LogText;
import unsaid.safety.Met;
import unsaid.safety.Routing;

/// Whatever a flow says, also one made to: danger leads to help, and help stays in reach.
class NoFlowWeakensHelpTest {
    private static final String DANGER = "last night he hit me in the face";
    private static final String FIELDS =
            "'flow':'test','version':1,'language':'en','title':'A test'";
    private static final String END = "{'id':'end','end':'done'}";

    private static Map<String, String> files(String flow) {
        try {
            Map<String, String> files = new HashMap<>();
            files.put("test/flow.json", flow.replace('\'', '"'));
            for (String shipped : List.of("safety/flow.json", "helplines.json")) {
                files.put(shipped, Files.readString(Path.of("..", "dialogs", shipped)));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Talk talk(String steps) {
        return Talk.flows(files("{" + FIELDS + ",'steps':[" + steps + "," + END + "]}"));
    }

    private static List<String> errors(Map<String, String> files) {
        return Dialogs.read(files, Dialogs.PRIVACY).findings().stream()
                .filter(Found::isError)
                .map(Found::toString)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{F,'help':false,'steps':[Q,E]}",
                "{F,'leave':false,'steps':[Q,E]}",
                "{F,'safety':'off','steps':[Q,E]}",
                "{F,'danger':[],'steps':[Q,E]}",
                "{F,'scan':false,'steps':[Q,E]}",
                "{F,'helplines':{},'steps':[Q,E]}",
                "{F,'flags':{},'steps':[Q,E]}",
                "{F,'vars':{'coupleLocked':'no'},'steps':[Q,E]}",
                "{F,'steps':[{'id':'now','say':['Hi.'],'help':false,'next':'end'},E]}",
                "{F,'steps':[{'id':'q','ask':'?','answer':{'type':'text','scan':false},'next':'end'},E]}",
                "{F,'steps':[{'id':'q','ask':'?','answer':{'type':'choice','options':[{'value':'a','label':'A','flag':'none'}]},'next':'end'},E]}",
                "{F,'steps':[{'id':'q','ask':'?','answer':{'type':'choice','options':[{'value':'a','label':'A','flag':false}]},'next':'end'},E]}",
                "{F,'steps':[{'id':'safety/now','say':['Hi.'],'next':'end'},E]}",
                "{F,'steps':[{'id':'q','set':{'coupleLocked':'no'},'ask':'?','answer':{'type':'yesno'},'next':'end'},E]}",
                "{F,'steps':[{'id':'q','set':{'minor':false},'ask':'?','answer':{'type':'yesno'},'next':'end'},E]}",
                "{F,'steps':[{'id':'coupleLocked','ask':'?','answer':{'type':'yesno'},'next':'end'},E]}",
                "{F,'steps':[{'id':'minor','ask':'?','answer':{'type':'yesno'},'next':'end'},E]}",
                "{F,'steps':[{'id':'country','ask':'?','answer':{'type':'text','length':9},'next':'end'},E]}",
                "{F,'steps':[{'id':'q','ask':'?','answer':{'type':'list','of':'text','min':1,'max':3,'length':9}},{'id':'loop','each':'q','as':'coupleLocked','steps':[{'id':'in','say':['Well.']}]},E]}",
                "{F,'steps':[{'id':'q','set':{'coupleLocked':false},'ask':'?','answer':{'type':'yesno'},'next':'end'},E]}"
            })
    void aFlowThatWantsToIsRefused(String flow) {
        String whole =
                flow.replace("F,", FIELDS + ",")
                        .replace(",E]", "," + END + "]")
                        .replace("Q,", "{'id':'q','ask':'Well?','answer':{'type':'yesno'}},");
        assertFalse(errors(files(whole)).isEmpty(), whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"menu", "dv", "now", "hurt", "selfharm", "child", "minor", "soft", "own"})
    void aSafetyFlowWithoutOneOfItsStepsOrItsNumbersIsRefused(String step) {
        Map<String, String> files = files("{" + FIELDS + ",'steps':[" + END + "]}");
        assertEquals(List.of(), errors(files));
        String safety = Objects.requireNonNull(files.get("safety/flow.json"));
        files.put(
                "safety/flow.json",
                safety.replace("\"" + step + "\"", "\"other\"")
                        .replace("safety." + step, "safety.other"));
        assertTrue(
                errors(files).stream().anyMatch(error -> error.contains("safety-weakened")), step);
        if (!step.equals("soft")) {
            int from = safety.indexOf("\"id\": \"" + step + "\"");
            String without =
                    safety.substring(0, from)
                            + safety.substring(from)
                                    .replaceFirst(
                                            "\"helplines\": \\[\\s*\"emergency\",\\s*",
                                            "\"helplines\": [");
            files.put("safety/flow.json", without);
            assertTrue(
                    errors(files).stream().anyMatch(error -> error.contains("emergency number")),
                    step);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "menu, partner_abuse",
        "menu, suicide_crisis",
        "dv, partner_abuse",
        "now, partner_abuse",
        "selfharm, suicide_crisis",
        "child, child",
        "minor, youth",
        "own, own_behaviour"
    })
    void aStepThatLacksTheNumbersOfThoseWhoKnowAboutItsDangerIsRefused(String step, String topic) {
        assertTrue(
                changed(step, "(\"helplines\": \\[[^]]*?)\"" + topic + "\"", "$1\"relationship\"")
                        .stream()
                        .anyMatch(error -> error.contains("no numbers for \"" + topic + "\"")),
                step + " without " + topic);
    }

    @Test
    void whoIsAskedSoftlyHasTheNumbersOneTapAway() {
        assertTrue(
                changed("soft", "\"go\": \"dv\"", "\"go\": \"what\"").stream()
                        .anyMatch(error -> error.contains("offers no numbers")));
    }

    /// The errors of a safety flow in one step of which something else stands.
    private static List<String> changed(String step, String pattern, String other) {
        Map<String, String> files = files("{" + FIELDS + ",'steps':[" + END + "]}");
        String safety = Objects.requireNonNull(files.get("safety/flow.json"));
        int from = safety.indexOf("\"id\": \"" + step + "\"");
        files.put(
                "safety/flow.json",
                safety.substring(0, from) + safety.substring(from).replaceFirst(pattern, other));
        return errors(files);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'text'}",
                "{'type':'list','of':'text','max':3}",
                "{'type':'yesno'}",
                "{'type':'number','min':0,'max':9}",
                "{'type':'scale','min':0,'max':10,'labels':{'0':'no','10':'yes'}}",
                "{'type':'date'}",
                "{'type':'choice','options':[{'value':'a','label':'Alpha'},{'value':'b','label':'Beta'}]}",
                "{'type':'choice','options':[{'value':'a','label':'Alpha','phrases':['last night he hit me in the face']},{'value':'b','label':'Beta'}]}",
                "{'type':'multi','options':[{'value':'a','label':'Alpha'},{'value':'b','label':'Beta'}]}"
            })
    void dangerThatIsTypedIsHeardAtEveryKindOfQuestion(String answer) {
        Talk talk =
                talk(
                        "{'id':'q','ask':'Well?','answer':"
                                + answer
                                + "},{'id':'z','ask':'And?','answer':{'type':'yesno'}}");
        talk.event(new Event.Wrote(talk.question().id(), DANGER));
        assertEquals("safety/now", talk.asks());
        assertTrue(talk.turn().helplines().contains("emergency"));
        assertTrue(talk.conversation().coupleLocked());
        Log log = talk.conversation().log();
        if (!answer.contains("text")) {
            assertFalse(LogText.write(log).contains("hit me"), "the words are kept");
        }
        assertTrue(
                talk.engine.resume(log) instanceof Outcome.Played(_, Turn turn)
                        && turn.asks() != null
                        && turn.asks().at().equals("safety/now"),
                "somebody who comes back is in help still");
        talk.choose("mistaken");
        assertTrue(Set.of("test/q", "test/z").contains(talk.asks()), talk.asks());
    }

    @Test
    void whatStandsOnAnOptionIsThatOptionAlsoWhenItIsTyped() {
        Talk talk =
                talk(
                        "{'id':'q','ask':'Well?','answer':{'type':'choice','options':["
                                + "{'value':'a','label':'I am afraid of him'},{'value':'b','label':'Beta'}]}},"
                                + "{'id':'z','ask':'And?','answer':{'type':'yesno'}}");
        talk.event(new Event.Wrote(talk.question().id(), "I am afraid of him"));
        assertEquals("test/z", talk.asks());
    }

    @Test
    void helpAndDangerAreInReachHoweverDeepFlowsCallEachOther() {
        Map<String, String> files = files("{}");
        files.remove("test/flow.json");
        int deep = Limits.FRAMES + 2;
        for (int i = 0; i < deep; i++) {
            String id = i == 0 ? "test" : "part" + (char) ('a' + i);
            String inner =
                    i == deep - 1 ? "" : "{'id':'in','call':'part" + (char) ('b' + i) + "'},";
            files.put(
                    id + "/flow.json",
                    ("{'flow':'"
                                    + id
                                    + "','version':1,'language':'en','title':'A test','steps':["
                                    + inner
                                    + "{'id':'q','ask':'Well?','answer':{'type':'text'}},"
                                    + END
                                    + "]}")
                            .replace('\'', '"'));
        }
        Talk talk = Talk.flows(files);
        String before = talk.asks();
        talk.event(new Event.Help());
        assertEquals("safety/menu", talk.asks());
        talk.choose("back");
        assertEquals(before, talk.asks());
        assertEquals("safety/now", talk.write(DANGER).asks());
    }

    @Test
    void dangerIsHeardInALoopAndHoweverOftenAStepWasComeTo() {
        Talk talk =
                talk(
                        "{'id':'things','ask':'Which?','answer':{'type':'list','of':'text','max':9}},"
                                + "{'id':'each','each':'things','as':'thing','steps':[{'id':'q','ask':'Well?','answer':{'type':'text'}}]},"
                                + "{'id':'again','ask':'Again?','answer':{'type':'choice','options':["
                                + "{'value':'more','label':'More','go':'again'},{'value':'stop','label':'Stop','go':'end'}]},"
                                + "'skip':{'go':'end'},'unsure':{'go':'end'}}");
        talk.lines("one", "two").write("fine").write(DANGER);
        assertEquals("safety/now", talk.asks());
        talk.choose("mistaken");
        for (int visit = 1; visit < Limits.VISITS; visit++) {
            assertEquals("test/again", talk.asks());
            talk.choose("more");
        }
        talk.event(new Event.Wrote(talk.question().id(), DANGER));
        assertEquals("safety/now", talk.asks());
    }

    /// Line 19 of the safety rules: a tap that means danger leads to its help in one turn, "Skip"
    /// and "I don't know" among them.
    @Test
    void everyTapOfTheShippedFlowsThatMeansDangerLeadsToItsHelpAtOnce() {
        Engine engine = Shipped.engine();
        List<String> wrong = new ArrayList<>();
        Map<String, Wayfinder.Way> ways = new HashMap<>();
        Set<String> tried = new TreeSet<>();
        for (String flow : engine.library().flows()) {
            for (Step step : Objects.requireNonNull(engine.library().flow(flow)).steps()) {
                for (Tapped tap : flagged(step)) {
                    Routing.Decision decision = Routing.of(Met.NONE, Set.of(tap.flag()));
                    if (decision.route() == null || flow.equals(Library.SAFETY)) {
                        continue;
                    }
                    String place = flow + "/" + step.id();
                    tried.add(place + "/" + tap.name());
                    if (!ways.containsKey(place)) {
                        ways.put(
                                place,
                                Objects.requireNonNull(
                                        Wayfinder.to(engine, flow, step.id()), place));
                    }
                    Wayfinder.Way way = Objects.requireNonNull(ways.get(place));
                    String at = asksAfter(engine, way, tap.given());
                    if (!at.equals("safety/" + decision.route().step())) {
                        wrong.add(place + "/" + tap.name() + " → " + at);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(tried.size() > 10, tried.toString());
        for (String unsure :
                List.of(
                        "welcome/urgent",
                        "naming-fears/heavy",
                        "jealousy-and-trust/start",
                        "jealousy-and-trust/freely",
                        "one-small-step/gate")) {
            assertTrue(tried.contains(unsure + "/unsure"), unsure);
        }
    }

    private static String asksAfter(Engine engine, Wayfinder.Way way, Given given) {
        Question asked = Objects.requireNonNull(way.turn().asks());
        return engine.advance(way.conversation(), new Event.Answered(asked.id(), given))
                        instanceof Outcome.Played(_, Turn turn)
                ? turn.asks() == null ? "left" : turn.asks().at()
                : "refused";
    }

    /// Something to tap that says a danger.
    private record Tapped(String name, Flag flag, Given given) {}

    /// All of a step that interrupt by themselves; hints do not.
    private static List<Tapped> flagged(Step step) {
        if (!(step.kind() instanceof Step.Kind.Ask ask)) {
            return List.of();
        }
        List<Tapped> taps = new ArrayList<>();
        for (Option option : ask.answer().choices()) {
            Given.Chosen chosen = new Given.Chosen(option.value(), null);
            add(
                    taps,
                    option.value(),
                    option.flag(),
                    ask.answer() instanceof Answer.Multi
                            ? new Given.Several(List.of(chosen))
                            : chosen);
        }
        add(taps, "skip", ask.skip() == null ? null : ask.skip().flag(), new Given.Skipped());
        add(
                taps,
                "unsure",
                ask.unsure() == null ? null : ask.unsure().flag(),
                new Given.NotKnown());
        return taps;
    }

    private static void add(List<Tapped> taps, String name, @Nullable Flag flag, Given given) {
        if (flag != null && !flag.hint()) {
            taps.add(new Tapped(name, flag, given));
        }
    }
}
