package unsaid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import unsaid.engine.Question.Wants;
import unsaid.flow.Step;
import unsaid.flow.Step.Ending;

class EngineTest {
    private static final String YES_NO =
            """
            {"type":"choice","options":[{"value":"yes","label":"Yes"},{"value":"no","label":"No"}]}\
            """;
    private static final String END =
            """
            {"id":"end","end":"done","say":"Thank you."}\
            """;

    @Test
    void aTalkSaysAsksAndEnds() {
        Talk talk =
                Talk.of(
                        """
                        {"id":"hello","say":["Hello.","It is quiet here."]},
                        {"id":"mood","ask":"How heavy?","answer":{"type":"scale"}},\
                        """
                                + END);
        assertEquals(List.of("Hello.", "It is quiet here."), talk.turn().says());
        assertEquals("How heavy?", talk.question().text());
        talk.number(7);
        assertEquals(Ending.DONE, talk.turn().ending());
        assertEquals(List.of("Thank you."), talk.turn().says());
        assertNull(talk.turn().asks());
    }

    @Test
    void wordsForAnAnswerThatDoesNotFitAndForASilenceFillTheirPlaceholdersToo() {
        Talk talk =
                Talk.with(
                        "\"texts\":{\"name\":\"friend\"},",
                        """
                        {"id":"name","ask":"Who?","answer":{"type":"text"}},
                        {"id":"mood","ask":"How heavy?","answer":{"type":"scale"},
                         "retry":["A number, {name}.","Still a number, {name}."],
                         "idle":{"after":60,"say":"Take your time, {name}."}},\
                        """
                                + END);
        talk.write("Kim");
        assertEquals(new Step.Idle(60, "Take your time, Kim."), talk.question().idle());
        var refused = (Outcome.Refused) talk.tryGiving(new Given.Amount(11));
        assertEquals(List.of("A number, Kim.", "Still a number, Kim."), refused.retry());
    }

    @Test
    void aBranchLooksAtEarlierAnswers() {
        String steps =
                """
                {"id":"first","ask":"A?","answer":%s},
                {"id":"second","ask":"B?","answer":%s,"next":[{"if":"first is yes and second is no","go":"mixed"},{"else":"end"}]},
                {"id":"mixed","end":"paused","say":"Mixed."},\
                """
                                .formatted(YES_NO, YES_NO)
                        + END;
        assertEquals(Ending.PAUSED, Talk.of(steps).choose("yes").choose("no").turn().ending());
        assertEquals(Ending.DONE, Talk.of(steps).choose("no").choose("no").turn().ending());
    }

    @Test
    void aLoopAsksForEveryItemAndGathersTheAnswers() {
        Talk talk =
                Talk.of(
                        """
                        {"id":"fears","ask":"Which?","answer":{"type":"list","max":3}},
                        {"id":"weigh","each":"fears","as":"fear","steps":[
                          {"id":"strength","ask":"“{fear}”: how strong?","answer":{"type":"scale"}}]},
                        {"id":"tally","set":{"strongest":"top(weigh, strength).fear"}},
                        {"id":"mirror","say":[{"if":"strongest is set","text":"{fears, plural, one {You named one fear.} other {You named # fears.}} The strongest: “{strongest}”. Strong ones: {many}."}],"set":{"many":"count(weigh, strength > 5)"}},\
                        """
                                + END);
        talk.lines("being left", "silence", "too much");
        assertEquals("“being left”: how strong?", talk.question().text());
        assertEquals("test/strength/0", talk.asks());
        talk.number(3).number(9);
        assertEquals("“too much”: how strong?", talk.question().text());
        talk.number(6);
        assertEquals(
                "You named 3 fears. The strongest: “silence”. Strong ones: 2.",
                talk.turn().says().getFirst());
    }

    @Test
    void anInnerLoopKeepsItsPlaceInsideTheOuterOne() {
        Talk talk =
                Talk.of(
                        """
                        {"id":"a","ask":"A?","answer":{"type":"list"}},
                        {"id":"b","ask":"B?","answer":{"type":"list"}},
                        {"id":"outer","each":"a","as":"x","steps":[
                          {"id":"inner","each":"b","as":"y","steps":[
                            {"id":"both","ask":"{x} {y}?","answer":{"type":"yesno"}}]}]},\
                        """
                                + END);
        talk.lines("1", "2").lines("p", "q");
        assertEquals("1 p?", talk.question().text());
        talk.choose("yes");
        assertEquals("1 q?", talk.question().text());
        talk.choose("no");
        assertEquals("2 p?", talk.question().text());
        assertEquals("test/both/1/0", talk.asks());
        talk.choose("no").choose("no");
        assertEquals(Ending.DONE, talk.turn().ending());
    }

    @Test
    void aCalledFlowTakesAnswersInAndGivesAnswersBack() {
        Talk talk =
                Talk.flows(
                        Map.of(
                                "test/flow.json",
                                """
                                {"flow":"test","version":1,"language":"en","title":"A test","steps":[
                                 {"id":"name","ask":"Name?","answer":{"type":"text"}},
                                 {"id":"go","call":"other","with":{"who":"name"}},
                                 {"id":"back","say":[{"if":"size-of is set","text":"Back with {size-of}."}]},
                                 {"id":"end","end":"done"}]}\
                                """,
                                "other/flow.json",
                                """
                                {"flow":"other","version":1,"language":"en","title":"Other","gives":["size-of"],"steps":[
                                 {"id":"begin","set":{"who":"'nobody'"},"if":"who is not set"},
                                 {"id":"size-of","ask":"How big is {who}?","answer":{"type":"scale"}},
                                 {"id":"done","end":"done"}]}\
                                """));
        talk.write("the silence");
        assertEquals("How big is the silence?", talk.question().text());
        assertEquals("other/size-of", talk.asks());
        talk.number(4);
        assertEquals(List.of("Back with 4."), talk.turn().says());
    }

    @Test
    void everyKindOfAnswerIsTakenAndItsLimitsAreHeld() {
        Talk talk =
                Talk.of(
                        """
                        {"id":"multi","ask":"M?","answer":{"type":"multi","max":2,"options":[
                          {"value":"a","label":"A"},{"value":"b","label":"B"},{"value":"c","label":"C","text":5}]}},
                        {"id":"number","ask":"N?","answer":{"type":"number","min":1,"max":9,"whole":true}},
                        {"id":"date","ask":"D?","answer":{"type":"date","min":"2020-01-01"}},
                        {"id":"text","ask":"T?","answer":{"type":"text","length":5}},
                        {"id":"list","ask":"L?","answer":{"type":"list","min":2,"max":3,"length":6}},
                        {"id":"rank","ask":"R?","answer":{"type":"rank","from":"join(multi, list)","top":2}},
                        {"id":"sort","ask":"S?","answer":{"type":"sort","from":"list","buckets":[
                          {"value":"mine","label":"Mine"},{"value":"ours","label":"Ours"}]}},
                        {"id":"pick","ask":"P?","answer":{"type":"pick","from":"sort.mine","max":1}},
                        {"id":"sure","ask":"Sure?","answer":{"type":"confirm"}},\
                        """
                                + END);
        refusesAll(
                talk,
                new Given.Several(List.of()),
                chosen("a", "b", "c"),
                chosen("a", "a"),
                chosen("x"),
                new Given.Amount(1),
                new Given.Several(List.of(new Given.Chosen("c", "too long"))),
                new Given.Several(List.of(new Given.Chosen("a", "text"))));
        talk.give(
                new Given.Several(
                        List.of(new Given.Chosen("a", null), new Given.Chosen("c", "mine"))));
        refusesAll(
                talk,
                new Given.Amount(0),
                new Given.Amount(9.5),
                new Given.Amount(Double.NaN),
                new Given.Written("5"));
        talk.number(9);
        refusesAll(
                talk,
                new Given.Written("tomorrow"),
                new Given.Written("2019-12-31"),
                new Given.Written("2026-02-30"));
        talk.write("2026-02-28");
        refusesAll(
                talk,
                new Given.Written("  "),
                new Given.Written("sixsix"),
                new Given.Lines(List.of("a")));
        talk.write(" five ");
        refusesAll(
                talk,
                new Given.Lines(List.of("one")),
                new Given.Lines(List.of("1", "2", "3", "4")),
                new Given.Lines(List.of("x", "x")),
                new Given.Lines(List.of("seven77", "a")));
        talk.lines("x", "y");
        assertEquals(4, ((Wants.Rank) talk.question().wants()).items().size());
        refusesAll(talk, chosen("\"x\"", "\"x\""), chosen("x"), new Given.Several(List.of()));
        talk.chooseAll("\"y\"", "a");
        refusesAll(
                talk,
                new Given.Piles(Map.of("mine", List.of("\"x\""))),
                new Given.Piles(Map.of("mine", List.of("\"x\"", "\"y\""), "theirs", List.of())));
        talk.give(new Given.Piles(Map.of("mine", List.of("\"y\""), "ours", List.of("\"x\""))));
        talk.chooseAll("\"y\"");
        talk.choose("yes");
        assertEquals(Ending.DONE, talk.turn().ending());
        assertEquals("[y, A]", words(talk, "rank"));
    }

    private static String words(Talk talk, String name) {
        return talk.conversation().values().get(name)
                        instanceof unsaid.expression.Value.Many(var items)
                ? items.stream().map(unsaid.expression.Item::words).toList().toString()
                : "unset";
    }

    private static Given chosen(String... keys) {
        return new Given.Several(
                List.of(keys).stream().map(key -> new Given.Chosen(key, null)).toList());
    }

    private static void refusesAll(Talk talk, Given... all) {
        Log before = talk.conversation().log();
        for (Given given : all) {
            Outcome.Refused refused =
                    assertInstanceOf(
                            Outcome.Refused.class, talk.tryGiving(given), given.toString());
            assertEquals(Outcome.Reason.UNFIT, refused.reason());
            assertFalse(refused.message().isBlank());
        }
        assertEquals(before, talk.conversation().log());
    }

    @Test
    void anOptionMaySetNamesBeHiddenAndBeTakenSoOften() {
        Talk talk =
                Talk.of(
                        """
                        {"id":"start","ask":"Begin?","answer":{"type":"choice","options":[
                          {"value":"quick","label":"Quick","set":{"short":true}},{"value":"slow","label":"Slow"}]}},
                        {"id":"check","ask":"Right?","answer":{"type":"choice","options":[
                          {"value":"yes","label":"Yes"},
                          {"value":"again","label":"Again","go":"check","times":1},
                          {"value":"long","label":"Long way","if":"not short"}]}},\
                        """
                                + END);
        talk.choose("quick");
        assertEquals(List.of("yes", "again"), values(talk));
        talk.choose("again");
        assertEquals(List.of("yes"), values(talk));
    }

    private static List<String> values(Talk talk) {
        return ((Wants.Choice) talk.question().wants())
                .options().stream().map(Question.Tap::value).toList();
    }

    @Test
    void noStepIsComeToMoreThanThreeTimesAndTheTalkEndsInstead() {
        Talk talk =
                Talk.with(
                        "\"enough\":\"close\",",
                        """
                        {"id":"round","ask":"Again?","answer":{"type":"yesno"},"next":"round","skip":{"go":"close"}},
                        {"id":"close","end":"paused","say":"We can stop here."}\
                        """);
        talk.choose("yes").choose("yes");
        assertEquals("test/round", talk.asks());
        talk.choose("yes");
        assertEquals(Ending.PAUSED, talk.turn().ending());
        assertEquals(List.of("We can stop here."), talk.turn().says());
    }

    @Test
    void backAsksTheQuestionBeforeWithItsAnswerAtHand() {
        Talk talk = two().choose("yes");
        talk.event(new Event.Back());
        assertEquals("test/first", talk.asks());
        assertEquals(new Given.Chosen("yes", null), talk.question().earlier());
        assertEquals(List.of(), talk.turn().history());
        assertInstanceOf(Outcome.Refused.class, talk.tryEvent(new Event.Back()));
    }

    @Test
    void anEarlierAnswerCanBeChangedAndLaterOnesAreKeptWhereTheyFit() {
        Talk talk = two().choose("yes").choose("no");
        assertEquals("test/third", talk.asks());
        talk.event(new Event.Reopened("test/first"));
        assertEquals("test/first", talk.asks());
        talk.choose("no");
        assertEquals("test/third", talk.asks());
        List<Said> history = talk.turn().history();
        assertNotNull(history);
        assertEquals(List.of("No", "No"), history.stream().map(Said::answer).toList());
    }

    private static Talk two() {
        return Talk.of(
                """
                {"id":"first","ask":"A?","answer":%s},{"id":"second","ask":"B?","answer":%s},
                {"id":"third","ask":"C?","answer":%s},\
                """
                                .formatted(YES_NO, YES_NO, YES_NO)
                        + END);
    }

    @Test
    void skipAndUnsureLeadWhereTheAuthorSays() {
        String steps =
                """
                {"id":"ask","ask":"A?","answer":%s,"skip":{"go":"end"},"unsure":{"go":"easier"},"next":"end"},
                {"id":"easier","ask":"An easier one?","answer":%s},\
                """
                                .formatted(YES_NO, YES_NO)
                        + END;
        assertEquals(Ending.DONE, Talk.of(steps).skip().turn().ending());
        assertEquals("test/easier", Talk.of(steps).give(new Given.NotKnown()).asks());
    }

    @Test
    void afterThreeSkipsInARowTheLullIsAskedAboutAndTheTalkGoesOnWhereItStood() {
        Talk talk =
                Talk.with(
                        "\"lull\":{\"after\":3,\"go\":\"lull\"},\"enough\":\"end\",",
                        """
                        {"id":"a","ask":"A?","answer":{"type":"yesno"}},{"id":"b","ask":"B?","answer":{"type":"yesno"}},
                        {"id":"c","ask":"C?","answer":{"type":"yesno"}},{"id":"d","ask":"D?","answer":{"type":"yesno"},"next":"end"},
                        {"id":"lull","ask":"Go on?","answer":{"type":"choice","options":[
                          {"value":"on","label":"Go on","go":"@return"},{"value":"stop","label":"Stop","go":"end"}]}},\
                        """
                                + END);
        talk.skip().skip().skip();
        assertEquals("test/lull", talk.asks());
        talk.choose("on");
        assertEquals("test/d", talk.asks());
    }

    @Test
    void enoughLeadsToTheCloseAndWithoutOneTheProductSaysGoodbye() {
        Talk with =
                Talk.with(
                        "\"enough\":\"close\",",
                        """
                        {"id":"a","ask":"A?","answer":{"type":"yesno"}},\
                        """
                                + END
                                + """
                                ,{"id":"close","end":"paused","say":"So far, so good."}\
                                """);
        assertEquals(List.of("So far, so good."), with.event(new Event.Enough()).turn().says());
        Talk without = two().event(new Event.Enough());
        assertEquals(Ending.PAUSED, without.turn().ending());
        assertFalse(without.turn().says().isEmpty());
    }

    @Test
    void restartForgetsAllAnswersAndNeverUsesAQuestionsIdAgain() {
        Talk talk = two();
        String before = talk.question().id();
        talk.choose("yes").event(new Event.Restart());
        assertEquals("test/first", talk.asks());
        assertEquals(List.of(), talk.conversation().log().entries());
        assertFalse(before.equals(talk.question().id()));
    }

    @Test
    void anAnswerToAnOldQuestionIsRefusedAndChangesNothing() {
        Talk talk = two();
        String old = talk.question().id();
        talk.choose("yes");
        Outcome.Refused refused =
                assertInstanceOf(
                        Outcome.Refused.class,
                        talk.tryEvent(new Event.Answered(old, new Given.Chosen("no", null))));
        assertEquals(Outcome.Reason.LATE, refused.reason());
        assertEquals("test/second", talk.asks());
    }

    @Test
    void theSameLogAlwaysLeadsToTheSameTurn() {
        Talk talk = two().choose("yes").choose("no");
        Outcome once = talk.engine.resume(talk.conversation().log());
        Outcome twice = talk.engine.resume(talk.conversation().log());
        Turn first = assertInstanceOf(Outcome.Played.class, once).turn();
        assertEquals(
                first.toString(), assertInstanceOf(Outcome.Played.class, twice).turn().toString());
        assertEquals(talk.question().id(), first.asks() == null ? "" : first.asks().id());
    }

    @Test
    void aLogOfAnOlderFlowKeepsEveryAnswerThatStillFitsAndSaysSoInOneLine() {
        Log old =
                new Log(
                        "test",
                        null,
                        1,
                        "en",
                        5,
                        List.of(
                                new Entry("test/first", new Given.Chosen("yes", null)),
                                new Entry("test/gone", new Given.Amount(3)),
                                new Entry("test/second", new Given.Chosen("no", null))),
                        List.of(),
                        null,
                        List.of());
        Talk talk = two();
        Outcome.Played played = assertInstanceOf(Outcome.Played.class, talk.engine.resume(old));
        assertEquals("test/third", played.conversation().open());
        assertTrue(
                played.turn().says().getFirst().startsWith("This conversation has been revised"));
    }

    @Test
    void aStepThatWasRenamedKeepsItsAnswer() {
        Talk talk =
                Talk.with(
                        "\"moved\":{\"old\":\"first\"},",
                        """
                        {"id":"first","ask":"A?","answer":%s},{"id":"second","ask":"B?","answer":%s},\
                        """
                                        .formatted(YES_NO, YES_NO)
                                + END);
        Log old =
                new Log(
                        "test",
                        null,
                        1,
                        "en",
                        2,
                        List.of(new Entry("test/old", new Given.Chosen("yes", null))),
                        List.of(),
                        null,
                        List.of());
        assertEquals(
                "test/second",
                assertInstanceOf(Outcome.Played.class, talk.engine.resume(old))
                        .conversation()
                        .open());
    }

    @Test
    void whatAVisitorWroteIsNeverReadAgain() {
        Talk talk =
                Talk.of(
                        """
                        {"id":"fear","ask":"What?","answer":{"type":"text"}},
                        {"id":"mirror","say":[{"if":"fear is set","text":"You wrote “{fear}”."}]},\
                        """
                                + END);
        talk.write("{fear} <b>'{0}' # {x, plural, other {y}}");
        assertEquals(
                "You wrote “{fear} <b>'{0}' # {x, plural, other {y}}”.",
                talk.turn().says().getFirst());
    }

    @Test
    void aCardHoldsWhatIsKnownAndLeavesOutTheRest() {
        Talk talk =
                Talk.of(
                        """
                        {"id":"mood","ask":"How heavy?","answer":{"type":"scale"}},
                        {"id":"need","ask":"What would help?","answer":{"type":"text"}},
                        {"id":"end","end":"done","say":"Thanks.","show":["mood",{"label":"What would help","text":"{need}"},{"if":"mood > 3","text":"It is heavy."}]}\
                        """);
        talk.number(5).skip();
        Turn.Card card = talk.turn().card();
        assertNotNull(card);
        assertEquals(
                List.of(
                        new Turn.Card.Line("How heavy?", "5"),
                        new Turn.Card.Line(null, "It is heavy.")),
                card.lines());
    }

    @Test
    void typedWordsAreMatchedToTheOpenQuestion() {
        Talk talk = two();
        talk.event(new Event.Wrote(talk.question().id(), "  YES "));
        assertEquals("test/second", talk.asks());
        assertInstanceOf(
                Outcome.Refused.class,
                talk.tryEvent(new Event.Wrote(talk.question().id(), "purple")));
        talk.event(new Event.Wrote(talk.question().id(), "I don't know"));
        assertEquals("test/third", talk.asks());
        assertEquals(new Given.NotKnown(), talk.conversation().log().entries().getLast().given());
    }

    @Test
    void whoeverIsNotUnderstoodHearsWhatTheQuestionWants() {
        assertEquals(
                "Please choose a number from 1 to 7.",
                toPurple("{\"type\":\"scale\",\"min\":1,\"max\":7}"));
        assertEquals(
                "Please choose a number in the range shown.",
                toPurple("{\"type\":\"scale\",\"min\":0,\"max\":100,\"step\":10}"));
        assertEquals(
                "Please choose a number in the range shown.", toPurple("{\"type\":\"number\"}"));
        assertEquals("Please choose a day in the range shown.", toPurple("{\"type\":\"date\"}"));
        assertEquals(
                "I did not understand that. Please use one of the options.",
                toPurple("{\"type\":\"yesno\"}"));
    }

    private static String toPurple(String answer) {
        Talk talk =
                Talk.of(
                        "{\"id\":\"it\",\"ask\":\"How is it?\",\"answer\":"
                                + answer
                                + "},{\"id\":\"end\",\"end\":\"done\",\"say\":\"Thanks.\",\"show\":[\"it\"]}");
        return assertInstanceOf(
                        Outcome.Refused.class,
                        talk.tryEvent(new Event.Wrote(talk.question().id(), "purple")))
                .message();
    }

    @Test
    void aConversationGrowsToItsLimitAndNotBeyond() {
        Talk talk =
                Talk.of(
                        """
                        {"id":"a","ask":"A?","answer":{"type":"yesno"}},
                        {"id":"b","ask":"B?","answer":{"type":"yesno"}},\
                        """
                                + END);
        List<Entry> many =
                java.util.Collections.nCopies(
                        Limits.LOG, new Entry(Entry.HELP, new Given.Skipped()));
        Outcome.Played played =
                assertInstanceOf(
                        Outcome.Played.class,
                        talk.engine.resume(
                                new Log(
                                        "test", null, 1, "en", 1, many, List.of(), null,
                                        List.of())));
        assertNotNull(played.turn().asks());
        Outcome.Refused refused =
                assertInstanceOf(
                        Outcome.Refused.class,
                        talk.engine.advance(
                                played.conversation(),
                                new Event.Answered(
                                        played.turn().asks().id(), new Given.Chosen("yes", null))));
        assertEquals(Outcome.Reason.TOO_LONG, refused.reason());
    }

    @Test
    void aQuestionTellsWhatToSayAfterASilence() {
        Talk talk =
                Talk.of(
                        """
                        {"id":"a","ask":"A?","answer":{"type":"yesno"},"idle":{"after":90,"say":"Take your time."}},\
                        """
                                + END);
        assertEquals(new unsaid.flow.Step.Idle(90, "Take your time."), talk.question().idle());
    }

    @Test
    void anUnknownFlowIsRefused() {
        Outcome.Refused refused =
                assertInstanceOf(Outcome.Refused.class, two().engine.start("nothing", "en"));
        assertEquals(Outcome.Reason.UNKNOWN_FLOW, refused.reason());
    }
}
