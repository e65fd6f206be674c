package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.EnumSource;
import unsaid.web.widget.Visit.Screen;

/// Every kind of answer, on every kind of screen.
class InputsTest {
    /// One question: what it asks, how a visitor answers it, and what must reach the server.
    record Sample(String name, String ask, Consumer<Visit> answer, String value) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Sample> SAMPLES =
            List.of(
                    new Sample(
                            "choice",
                            """
                            "type":"choice","text":"Is this a private moment for you?","options":[{"value":"yes","label":"Yes, and I have about 8 minutes"},
                            {"value":"short","label":"Yes, but only 2 minutes"},{"value":"no","label":"Not very private"},{"value":"late","label":"Not now","more":true}]
                            """,
                            v -> {
                                v.button("More").first().click();
                                v.button("Not now").click();
                            },
                            "\"late\""),
                    new Sample(
                            "choice with words",
                            """
                            "type":"choice","text":"What is nearest?","options":[{"value":"a","label":"Being left"},{"value":"other","label":"Something else","text":80}]
                            """,
                            v -> {
                                v.button("Something else").click();
                                v.page.getByLabel("Something else").fill("being laughed at");
                                v.page.keyboard().press("Enter");
                            },
                            "{\"value\":\"other\",\"text\":\"being laughed at\"}"),
                    new Sample(
                            "multi",
                            """
                            "type":"multi","text":"Which ones sound a little like yours?","min":1,"max":3,"options":[{"value":"left","label":"Being left"},
                            {"value":"enough","label":"Not being enough"},{"value":"much","label":"Being too much"},{"value":"unseen","label":"Not being understood"},
                            {"value":"own","label":"Something else","text":80,"more":true}]
                            """,
                            v -> {
                                v.page.getByLabel("Being left").check();
                                v.page.getByLabel("Being too much").check();
                                v.button("More").first().click();
                                v.page.getByRole(
                                                AriaRole.CHECKBOX,
                                                new Page.GetByRoleOptions()
                                                        .setName("Something else"))
                                        .check();
                                v.page.getByRole(
                                                AriaRole.TEXTBOX,
                                                new Page.GetByRoleOptions()
                                                        .setName("Something else"))
                                        .fill("the silence");
                                v.button("Continue").click();
                            },
                            "[\"left\",\"much\",{\"value\":\"own\",\"text\":\"the silence\"}]"),
                    new Sample(
                            "yesno",
                            "\"type\":\"yesno\",\"text\":\"Shall we go on?\"",
                            v -> v.button("Yes").click(),
                            "\"yes\""),
                    new Sample(
                            "confirm",
                            """
                            "type":"confirm","text":"Does this fit?","options":[{"value":"yes","label":"Yes, that fits"},{"value":"change","label":"Change something"}]
                            """,
                            v -> v.button("Yes, that fits").click(),
                            "\"yes\""),
                    new Sample(
                            "scale",
                            """
                            "type":"scale","text":"How heavy do things feel right now?","min":0,"max":10,"step":1,"labels":{"0":"light","10":"very heavy"}
                            """,
                            v -> {
                                v.page.getByRole(
                                                AriaRole.RADIO,
                                                new Page.GetByRoleOptions()
                                                        .setName("7")
                                                        .setExact(true))
                                        .check();
                                v.button("Continue").click();
                            },
                            "7"),
                    new Sample(
                            "number",
                            "\"type\":\"number\",\"text\":\"For how many years?\",\"min\":0,\"max\":80,\"whole\":true,\"unit\":\"years\"",
                            v -> {
                                v.page.getByLabel("For how many years?").fill("9");
                                v.button("Send").click();
                            },
                            "9"),
                    new Sample(
                            "date",
                            "\"type\":\"date\",\"text\":\"When shall we look at this again?\",\"min\":\"2026-01-01\",\"max\":\"2027-12-31\"",
                            v -> {
                                v.page.getByLabel("When shall we look at this again?")
                                        .fill("2026-12-24");
                                v.button("Send").click();
                            },
                            "\"2026-12-24\""),
                    new Sample(
                            "text",
                            "\"type\":\"text\",\"text\":\"What happened last time?\",\"length\":300,\"placeholder\":\"I went quiet when …\",\"hint\":\"A few words are enough.\"",
                            v -> {
                                v.page.getByLabel("What happened last time?").fill("I went quiet.");
                                v.button("Send").click();
                            },
                            "\"I went quiet.\""),
                    new Sample(
                            "list",
                            "\"type\":\"list\",\"text\":\"What would you write?\",\"min\":1,\"max\":3,\"length\":140,\"another\":\"Is there another one?\",\"placeholder\":\"I am afraid of …\"",
                            v -> {
                                v.page.getByLabel("What would you write?")
                                        .fill("that you are tired of me");
                                v.page.keyboard().press("Enter");
                                v.page.getByLabel("What would you write?").fill("a mistake");
                                v.button("Add").click();
                                v.button("Remove: a mistake").click();
                                v.page.getByLabel("What would you write?").fill("the long silence");
                                v.button("Done").click();
                            },
                            "[\"that you are tired of me\",\"the long silence\"]"),
                    new Sample(
                            "rank",
                            """
                            "type":"rank","text":"Which one weighs most?","top":2,"items":[{"value":"a","label":"Being left"},{"value":"b","label":"Not being enough"},{"value":"c","label":"The long silence"}]
                            """,
                            v -> {
                                v.button("Put first: The long silence").click();
                                v.button("Move down: Being left").click();
                                v.button("Continue").click();
                            },
                            "[\"c\",\"b\"]"),
                    new Sample(
                            "rank of one",
                            """
                            "type":"rank","text":"Which one is nearest?","top":1,"items":[{"value":"a","label":"Being ignored"},{"value":"b","label":"Being laughed at"}]
                            """,
                            v -> v.button("Being laughed at").click(),
                            "[\"b\"]"),
                    new Sample(
                            "sort",
                            """
                            "type":"sort","text":"Whose is it?","items":[{"value":"a","label":"Being left"},{"value":"b","label":"Not being enough"}],
                            "buckets":[{"value":"mine","label":"More mine"},{"value":"ours","label":"We share it"},{"value":"old","label":"From before us"}]
                            """,
                            v -> {
                                v.page.getByRole(
                                                AriaRole.GROUP,
                                                new Page.GetByRoleOptions().setName("Being left"))
                                        .getByLabel("We share it")
                                        .check();
                                v.page.getByRole(
                                                AriaRole.GROUP,
                                                new Page.GetByRoleOptions()
                                                        .setName("Not being enough"))
                                        .getByLabel("More mine")
                                        .check();
                                v.button("Continue").click();
                            },
                            "{\"mine\":[\"b\"],\"ours\":[\"a\"],\"old\":[]}"),
                    new Sample(
                            "pick",
                            """
                            "type":"pick","text":"Which would you like to say first?","min":1,"max":2,"items":[{"value":"a","label":"Being left"},{"value":"b","label":"Not being enough"},{"value":"c","label":"The long silence"}]
                            """,
                            v -> {
                                v.page.locator("form.ask").getByLabel("Not being enough").check();
                                v.button("Continue").click();
                            },
                            "[\"b\"]"));

    static Stream<Sample> samples() {
        return SAMPLES.stream();
    }

    private static Talk talkOf(Sample sample) {
        return new Talk()
                .asks(
                        "This part is about fear. The quiet kind that shows up between two people.",
                        sample.ask());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyKindOfAnswerReachesTheServer(Sample sample) {
        try (Visit v = new Visit(Screen.LIGHT, talkOf(sample)).open()) {
            v.waitFor("The quiet kind");
            v.picture("input-" + sample.name().replace(' ', '-'));
            sample.answer().accept(v);
            v.waitFor("That was all.");
            assertEquals(List.of(sample.value()), v.talk.answers());
            assertEquals(List.of(), v.errors());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyKindOfAnswerCanBeTappedOnASmallPhone(Sample sample) {
        try (Visit v = new Visit(Screen.PHONE, talkOf(sample)).open()) {
            v.waitFor("The quiet kind");
            v.picture("phone-" + sample.name().replace(' ', '-'));
            assertEquals(List.of(), tooSmall(v));
            assertEquals(
                    0,
                    ((Number) v.page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                            .intValue(),
                    "wider than the screen");
            sample.answer().accept(v);
            v.waitFor("That was all.");
            assertEquals(List.of(sample.value()), v.talk.answers());
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void axeFindsNothingInAnyInput(Screen screen) {
        Talk talk = new Talk();
        for (Sample sample : SAMPLES) talk.asks("Now: " + sample.name() + ".", sample.ask());
        try (Visit v = new Visit(screen, talk).open()) {
            for (Sample sample : SAMPLES) {
                v.waitFor("Now: " + sample.name() + ".");
                v.page.locator("form.ask").waitFor();
                v.isAccessible(screen + " " + sample.name(), ".place");
                sample.answer().accept(v);
            }
            v.waitFor("That was all.");
            v.picture("all-inputs-" + screen);
            v.isAccessible(screen + " after all");
        }
    }

    /// What a finger could miss: every control's own box, or that of the label it sits in.
    private static List<?> tooSmall(Visit v) {
        return (List<?>)
                v.page.evaluate(
                        """
                        [...document.querySelectorAll('button, input, select, textarea, summary, a')].map(e => e.closest('label') ?? e)
                          .filter(e => e.checkVisibility()).filter(e => { const b = e.getBoundingClientRect(); return b.width < 44 || b.height < 44; })
                          .map(e => e.outerHTML.slice(0, 120))
                        """);
    }

    @Test
    void aQuestionThatIsTappedCanAlsoBeAnsweredInOnesOwnWords() {
        try (Visit v = new Visit(Screen.LIGHT, talkOf(SAMPLES.getFirst())).open()) {
            v.button("Write it instead").click();
            v.page.getByLabel("Is this a private moment for you?").fill("sort of");
            v.button("Send").click();
            v.waitFor("That was all.");
            assertEquals(List.of("sort of"), v.talk.answers());
        }
    }

    @Test
    void anEarlierAnswerIsFilledIn() {
        Talk talk =
                new Talk()
                        .asks(
                                "Again.",
                                "\"type\":\"text\",\"text\":\"What was it?\",\"earlier\":\"I went quiet.\"")
                        .asks(
                                "Again.",
                                "\"type\":\"multi\",\"text\":\"Which?\",\"options\":[{\"value\":\"a\",\"label\":\"A\"},{\"value\":\"b\",\"label\":\"B\"}],\"earlier\":[\"b\"]")
                        .asks(
                                "Again.",
                                "\"type\":\"scale\",\"text\":\"How much?\",\"min\":0,\"max\":4,\"earlier\":3");
        try (Visit v = new Visit(Screen.LIGHT, talk).open()) {
            v.button("Send").click();
            v.button("Continue").click();
            Locator third =
                    v.page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("3"));
            third.waitFor();
            v.button("Continue").click();
            v.waitFor("That was all.");
            assertEquals(List.of("\"I went quiet.\"", "[\"b\"]", "3"), v.talk.answers());
        }
    }
}
