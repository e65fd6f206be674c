package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unsaid.web.widget.Visit.Screen;

/// A conversation on the screen: what is said, changed, kept, lost and found again.
class ConversationTest {
    private static final String YES_NO = "\"type\":\"yesno\",\"text\":\"Shall we go on?\"";
    private static final String TEXT =
            "\"type\":\"text\",\"text\":\"What happened?\",\"length\":200";
    private static final String BOX =
            "bar => JSON.stringify([bar, bar.parentElement].map(one => one.getBoundingClientRect()))";
    private static final String END =
            """
            {"says":["This is what you have so far."],"card":{"title":"My notes","lines":[{"label":"I am afraid of","text":"being left, the long silence"},
            {"label":"Strongest","text":"being left"}]},"end":"done","can":["restart","export"],"progress":1}
            """;

    @Test
    void nothingAnsweredIsLostOrDoubledWhenTheLineBreaks() {
        try (Visit v =
                new Visit(Screen.LIGHT, new Talk().asks("Hello.", TEXT).asks("Thank you.", YES_NO))
                        .open()) {
            v.waitFor("Hello.");
            v.talk.mute = true;
            v.page.getByLabel("What happened?").fill("I went quiet.");
            v.button("Send").click();
            v.page.waitForCondition(() -> v.talk.counted.size() == 1);
            v.talk.cut();
            v.page.getByText("The connection is gone.").first().waitFor();
            v.talk.mute = false;
            v.waitFor("Thank you.");
            v.page.waitForCondition(() ->
                    v.talk.heard.stream()
                                    .filter(f ->
                                            f.path("value").asString("").equals("I went quiet."))
                                    .count()
                            >= 2);
            assertEquals(List.of("\"I went quiet.\""), v.talk.answers());
            assertEquals(1, v.guide("Thank you.").count());
            assertEquals(1, v.page.locator(".visitor").count());
            v.button("Yes").click();
            v.waitFor("That was all.");
            assertEquals(List.of("\"I went quiet.\"", "\"yes\""), v.talk.answers());
        }
    }

    @Test
    void anAnswerGivenWithoutALineIsSentOnceItIsBack() {
        try (Visit v =
                new Visit(Screen.LIGHT, new Talk().asks("Hello.", TEXT).asks("Thank you.", YES_NO))
                        .open()) {
            v.waitFor("Hello.");
            v.talk.down = true;
            v.talk.cut();
            v.page.locator(".offline").waitFor();
            v.page.getByLabel("What happened?").fill("I went quiet.");
            v.button("Send").click();
            v.page.locator(".visitor").waitFor();
            v.picture("offline");
            v.isAccessible("offline");
            v.talk.down = false;
            v.waitFor("Thank you.");
            v.page.locator(".offline")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            assertEquals(List.of("\"I went quiet.\""), v.talk.answers());
        }
    }

    @Test
    void aTalkIsAPreviewUntilItsReviewIsComplete() {
        for (boolean reviewed : List.of(false, true)) {
            Talk talk = new Talk().asks("Hello.", YES_NO);
            talk.reviewed = reviewed;
            try (Visit v = new Visit(Screen.LIGHT, talk).open()) {
                v.waitFor("Hello.");
                Locator preview =
                        v.page.getByText("Preview: not yet fully reviewed by specialists.");
                assertEquals(!reviewed, preview.isVisible());
            }
        }
    }

    @Test
    void aReloadGoesOnWhereTheVisitorWasAndAnnouncesNoHistory() {
        try (Visit v =
                new Visit(Screen.LIGHT, new Talk().asks("Hello.", YES_NO).asks("And now?", TEXT))
                        .hearing()
                        .open()) {
            v.button("Yes").click();
            v.waitFor("And now?");
            v.page.getByLabel("What happened?").waitFor();
            assertTrue(v.heard().contains("log: And now?"), v.heard().toString());
            v.page.reload();
            v.page.getByText("Earlier words.").waitFor();
            v.page.getByLabel("What happened?").waitFor();
            announcesAgain(v);
            assertEquals(List.of(), v.heard());
            assertEquals("resume", v.talk.heard.getLast().path("type").asString());
            assertEquals(1, v.guide("And now?").count());
        }
    }

    @Test
    void whatWasMissedWithoutALineIsAnnouncedAndWhatWasBeforeIsNot() {
        try (Visit v =
                new Visit(Screen.LIGHT, new Talk().asks("Hello.", YES_NO).asks("And now?", TEXT))
                        .hearing()
                        .open()) {
            v.waitFor("Hello.");
            v.talk.mute = true;
            v.button("Yes").click();
            v.page.waitForCondition(() -> v.talk.counted.size() == 1);
            v.talk.cut();
            v.page.locator(".offline").waitFor();
            int before = v.heard().size();
            v.talk.mute = false;
            v.page.getByLabel("What happened?").waitFor();
            announcesAgain(v);
            List<String> heard = v.heard();
            assertEquals(
                    List.of("log: And now?", "log: What happened?"),
                    heard.subList(before, heard.size()));
        }
    }

    @Test
    void thatAnotherWindowWasFasterIsAnnouncedThoughTheHistoryBesideItIsNot() {
        Talk talk =
                new Talk()
                        .asks("Hello.", YES_NO)
                        .then("{\"type\":\"problem\",\"code\":\"late\",\"message\":\"Too late.\"}");
        try (Visit v = new Visit(Screen.LIGHT, talk).hearing().open()) {
            v.waitFor("Hello.");
            v.button("How it looks").click();
            v.button("Back to the conversation").click();
            v.button("Yes").click();
            v.page.locator(".told").getByText("answered in another window").waitFor();
            announcesAgain(v);
            v.page.waitForCondition(
                    () -> v.heard().getLast().contains("answered in another window"));
            assertFalse(v.heard().contains("log: Earlier words."), v.heard().toString());
        }
    }

    private static void announcesAgain(Visit v) {
        v.page.locator("[role=log]:not([aria-live])").waitFor();
    }

    @Test
    void aTalkUnderWayHasAllItMayNeedWhenTheServerOfItsPagesIsGone() {
        Talk talk = new Talk();
        for (int i = 0; i < 5; i++) {
            talk.asks("Words " + i + ".", YES_NO);
        }
        try (Visit v = new Visit(Screen.LIGHT, talk.asks("Last.", TEXT)).open()) {
            for (int i = 0; i < 4; i++) {
                v.waitFor("Words " + i + ".");
                assertEquals(0, v.site.asked.stream().filter(p -> p.endsWith("/all.js")).count());
                v.button("Yes").click();
            }
            v.page.waitForCondition(
                    () -> v.site.asked.stream().anyMatch(p -> p.endsWith("/all.js")));
            v.page.waitForLoadState(LoadState.NETWORKIDLE);
            v.site.close();
            v.button("Yes").click();
            v.page.getByLabel("What happened?").fill("I went quiet.");
            v.button("Send").click();
            v.waitFor("That was all.");
        }
    }

    @Test
    void aConversationThatIsNoLongerThereBeginsAnew() {
        try (Visit v =
                new Visit(
                                Screen.LIGHT,
                                new Talk().asks("Hello.", YES_NO).asks("A new start.", YES_NO))
                        .open()) {
            v.waitFor("Hello.");
            v.talk.forgot = true;
            v.talk.cut();
            v.page.locator(".told").getByText("That conversation is no longer there.").waitFor();
            assertEquals(0, v.guide("Hello.").count());
            assertEquals(0, v.page.evaluate("sessionStorage.length"));
            v.picture("gate-again");
            v.isAccessible("gate again");
            v.button("Yes, use my answers for this talk").click();
            v.waitFor("A new start.");
        }
    }

    @Test
    void aRefusedAnswerStaysInTheFieldWithAWordAboutIt() {
        Talk talk =
                new Talk()
                        .asks("Hello.", TEXT)
                        .then(
                                "{\"type\":\"problem\",\"code\":\"unfit\",\"message\":\"A few more words, please.\"}")
                        .asks("Good.", YES_NO);
        try (Visit v = new Visit(Screen.LIGHT, talk).open()) {
            v.page.getByLabel("What happened?").fill("Hm");
            v.button("Send").click();
            v.page.locator(".problem").getByText("A few more words, please.").waitFor();
            v.picture("problem");
            assertEquals("Hm", v.page.getByLabel("What happened?").inputValue());
            assertEquals(0, v.page.locator(".visitor").count());
            assertTrue(
                    v.page.locator("[role=log]")
                            .textContent()
                            .contains("A few more words, please."));
            v.isAccessible("problem");
            v.button("Send").click();
            v.waitFor("Good.");
        }
    }

    @Test
    void anEmptyAnswerIsMetWithAHintAndSentNowhere() {
        try (Visit v = new Visit(Screen.LIGHT, new Talk().asks("Hello.", TEXT)).open()) {
            v.button("Send").click();
            v.page.locator(".problem").getByText("Write a few words, or skip.").waitFor();
            assertEquals(List.of(), v.talk.answers());
        }
    }

    @Test
    void anEarlierAnswerCanBeChanged() {
        Talk talk =
                new Talk()
                        .asks("Hello.", YES_NO)
                        .asks("Next.", YES_NO)
                        .then(
                                "{\"says\":[\"Once more.\"],\"history\":[{\"at\":\"flow/x\",\"says\":[\"Before.\"],\"answer\":\"Blue\"}],\"ask\":{\"id\":\"again\",\"at\":\"flow/step0\",\"type\":\"yesno\",\"text\":\"Shall we?\",\"earlier\":\"yes\"},\"can\":[\"skip\"]}");
        try (Visit v = new Visit(Screen.LIGHT, talk).open()) {
            v.button("Yes").click();
            v.waitFor("Next.");
            v.button("Change this answer: Yes").click();
            v.waitFor("Once more.");
            assertEquals("flow/step0", v.talk.counted.getLast().path("at").asString());
            assertEquals(0, v.guide("Hello.").count());
            assertEquals(1, v.page.locator(".visitor").count());
            assertEquals(
                    "true",
                    v.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Yes"))
                            .getAttribute("aria-current"));
            assertFalse(v.button("Back").isVisible());
        }
    }

    @Test
    void skippingAndGoingBackNameTheQuestion() {
        try (Visit v =
                new Visit(
                                Screen.LIGHT,
                                new Talk()
                                        .asks("Hello.", YES_NO)
                                        .asks("Second.", YES_NO)
                                        .asks("Third.", YES_NO))
                        .open()) {
            v.button("I don’t know").click();
            v.waitFor("Second.");
            v.button("Back").click();
            v.waitFor("Third.");
            assertEquals(List.of("unsure", "back"), v.talk.commands());
            assertEquals("q0", v.talk.counted.getFirst().path("to").asString());
        }
    }

    @Test
    void theCardCanBeCopiedAndSavedUnderANeutralName() throws IOException {
        try (Visit v = new Visit(Screen.LIGHT, new Talk().then(END)).open()) {
            v.waitFor("This is what you have so far.");
            v.picture("end");
            v.isAccessible("end");
            v.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            v.button("Copy").click();
            v.page.getByText("Copied").first().waitFor();
            assertEquals(
                    "My notes\n\nI am afraid of\nbeing left, the long silence\n\nStrongest\nbeing left\n",
                    v.page.evaluate("navigator.clipboard.readText()"));
            Download saved = v.page.waitForDownload(() -> v.button("Save").click());
            assertEquals("notes.txt", saved.suggestedFilename());
            assertFalse(Files.readString(saved.path()).toLowerCase().contains("unsaid"));
        }
    }

    @Test
    void aTapThatSaysCopyCopiesAndGoesOn() {
        String ask =
                "\"type\":\"choice\",\"text\":\"What now?\",\"options\":[{\"value\":\"copy\",\"label\":\"Copy it\",\"do\":\"copy\"}]";
        Talk talk =
                new Talk()
                        .then(
                                "{\"says\":[\"Here it is.\"],\"card\":{\"title\":\"\",\"lines\":[{\"label\":\"\",\"text\":\"being left\"}]},\"ask\":{\"id\":\"c\",\"at\":\"f/c\","
                                        + ask
                                        + "},\"can\":[]}")
                        .then("{\"says\":[\"Done.\"],\"do\":\"copy\",\"end\":\"done\"}");
        try (Visit v = new Visit(Screen.LIGHT, talk).open()) {
            v.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            v.isAccessible("a card without titles");
            v.button("Copy it").click();
            v.waitFor("Done.");
            v.page.waitForCondition(
                    () -> "being left\n".equals(v.page.evaluate("navigator.clipboard.readText()")));
        }
    }

    @Test
    void whatWasSkippedCanBeReadAndChanged() {
        try (Visit v =
                new Visit(Screen.LIGHT, new Talk().asks("Hello.", YES_NO).asks("Next.", YES_NO))
                        .open()) {
            v.button("Skip").click();
            v.waitFor("Next.");
            assertTrue(v.button("Change this answer: Skip").isVisible());
        }
    }

    @Test
    void aServerThatIsFullIsTriedAgain() {
        Talk talk = new Talk().asks("Hello.", YES_NO);
        talk.full = true;
        try (Visit v = new Visit(Screen.LIGHT, talk).open()) {
            v.page.locator(".told").getByText("Please come back in a minute.").waitFor();
            talk.full = false;
            v.waitFor("Hello.");
        }
    }

    @Test
    void everythingErasedLeavesACalmEmptyScreen() {
        try (Visit v =
                new Visit(Screen.LIGHT, new Talk().asks("Hello.", YES_NO).asks("New.", YES_NO))
                        .open()) {
            v.waitFor("Hello.");
            v.page.getByText("My words").click();
            v.button("Erase everything").click();
            v.page.getByText("Nothing can bring it back.").waitFor();
            v.picture("erase");
            v.isAccessible("erase");
            assertEquals(List.of(), v.talk.commands());
            v.button("Erase everything").click();
            v.page.getByText("Nothing of it is kept.").waitFor();
            v.picture("erased");
            v.isAccessible("erased");
            assertEquals(0, v.guide("Hello.").count());
            assertEquals(0, v.page.evaluate("sessionStorage.length"));
            v.button("Start again").click();
            v.button("Yes, use my answers for this talk").click();
            v.waitFor("New.");
            assertEquals(
                    2,
                    v.talk.heard.stream()
                            .filter(f -> f.path("type").asString().equals("start"))
                            .count());
        }
    }

    @Test
    void nothingIsStoredButTheTokenAndTheAddressNeverChanges() {
        try (Visit v =
                new Visit(Screen.LIGHT, new Talk().asks("Hello.", YES_NO).asks("Next.", TEXT))
                        .open()) {
            v.waitFor("Hello.");
            Object before =
                    v.page.evaluate("[location.href, document.title, history.length].join()");
            v.button("Yes").click();
            v.waitFor("Next.");
            assertEquals(
                    before,
                    v.page.evaluate("[location.href, document.title, history.length].join()"));
            assertEquals(
                    "[\"secret-token\"]",
                    v.page.evaluate("JSON.stringify(Object.values(sessionStorage))"));
            assertEquals(0, v.page.evaluate("localStorage.length"));
            assertEquals(List.of(), v.context().cookies());
            v.page.locator("textarea").waitFor();
            assertEquals(
                    "false off off",
                    v.page.evaluate(
                            "(f => [f.spellcheck, f.autocomplete, f.getAttribute('autocorrect')].join(' '))(document.querySelector('textarea'))"));
            assertTrue(
                    v.site.asked.stream()
                            .allMatch(p -> p.startsWith("/chat/") || p.startsWith("/widget/")),
                    v.site.asked::toString);
        }
    }

    @Test
    void howFarItIsIsThereForWhoLooksAndPushesNobody() {
        String last =
                "{\"says\":[\"Nearly.\"],\"ask\":{\"id\":\"z\",\"at\":\"f/z\","
                        + YES_NO
                        + "},\"can\":[],\"progress\":0.8}";
        try (Visit v =
                new Visit(Screen.PHONE, new Talk().asks("Hello.", YES_NO).then(last))
                        .hearing()
                        .open()) {
            v.waitFor("Hello.");
            Locator bar = v.page.getByRole(AriaRole.PROGRESSBAR);
            String name = "How far along";
            assertEquals(name, bar.getAttribute("aria-label"));
            assertEquals(0.4, bar.evaluate("bar => bar.value / bar.max"));
            String box = String.valueOf(bar.evaluate(BOX));
            v.button("Yes").click();
            v.waitFor("Nearly.");
            assertEquals(0.8, bar.evaluate("bar => bar.value / bar.max"));
            assertEquals(box, bar.evaluate(BOX), "nothing beside it is moved");
            assertEquals(
                    List.of(),
                    v.heard().stream()
                            .filter(said -> said.matches(".*(%|\\d|" + name + ").*"))
                            .toList());
        }
    }

    @Test
    void aLongSilenceIsMetWithALine() {
        try (Visit v =
                new Visit(
                                Screen.LIGHT,
                                new Talk()
                                        .asks(
                                                "Hello.",
                                                YES_NO
                                                        + ",\"idle\":{\"after\":1,\"say\":\"Take your time.\"}"))
                        .open()) {
            v.waitFor("Take your time.");
            assertTrue(v.button("Yes").isVisible());
        }
    }

    @Test
    void theTextsOfTheInterfaceAreGermanOnAGermanPage() {
        try (Visit v = new Visit(Screen.LIGHT, new Talk().asks("Hallo.", YES_NO))) {
            v.open("naming-fears-de");
            v.waitFor("Hallo.");
            assertTrue(v.button("Ja").isVisible());
            assertTrue(v.button("Weiß ich nicht").isVisible());
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aLongTalkLooksRightOnEveryScreen(Screen screen) {
        Talk talk =
                new Talk()
                        .asks(
                                "This part is about fear. Not spiders or heights. The quiet kind that shows up between two people.",
                                YES_NO)
                        .asks(
                                "Thank you for telling me. We can go slowly.",
                                "\"type\":\"text\",\"text\":\"When did you feel it last?\"")
                        .then(
                                """
                                {"says":["I am glad you said it. It is not your fault.","If you are in danger now, call 999."],"helplines":["emergency","partner_abuse"],"country":"gb",
                                "ask":{"id":"h","at":"safety/now","type":"choice","text":"What would help most now?","options":[{"value":"a","label":"I am safe for now"},{"value":"b","label":"Tips for staying private"},
                                {"value":"c","label":"Leave this page","do":"leave"}]},"can":["back","enough"],"progress":0.6}
                                """)
                        .then(END);
        try (Visit v = new Visit(screen, talk).open()) {
            v.button("Yes").click();
            v.page.getByLabel("When did you feel it last?")
                    .fill(
                            "On Sunday, when you went quiet after I asked about the money.\nI did not ask again.");
            v.picture("talk-text-" + screen);
            v.button("Send").click();
            v.waitFor("It is not your fault.");
            v.picture("talk-help-" + screen);
            v.isAccessible("help in the talk");
            v.button("I am safe for now").click();
            v.waitFor("This is what you have so far.");
            v.picture("talk-end-" + screen);
            v.isAccessible("end");
            v.button("Help").click();
            v.picture("talk-people-" + screen);
            v.isAccessible("people");
            assertTrue(v.button("Leave").isVisible());
        }
    }
}
