package unsaid.web.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unsaid.web.widget.Visit.Screen;

/// What is seldom seen, on every kind of screen; the common states are looked at where they are
/// played.
class SeldomStatesTest {
    private static final String PROBLEM =
            "{\"type\":\"problem\",\"code\":\"unfit\",\"message\":\"A few more words, please.\"}";
    private static final String LAST =
            "{\"says\":[\"Come back when you like.\"],\"end\":\"done\",\"again\":\"P3D\",\"can\":[\"restart\"],\"progress\":1}";

    private static void look(Visit v, Screen screen, String state) {
        v.picture("seldom/" + screen.name().toLowerCase(Locale.ROOT) + "-" + state);
        v.isAccessible(state);
        assertEquals(
                v.page.evaluate("document.documentElement.clientWidth"),
                v.page.evaluate("document.documentElement.scrollWidth"),
                state);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void allOfItIsAccessibleAndFits(Screen screen) {
        Talk talk =
                new Talk()
                        .asks("Hello.", "\"type\":\"text\",\"text\":\"What happened?\"")
                        .then(PROBLEM)
                        .asks("Thank you.", "\"type\":\"yesno\",\"text\":\"Shall we go on?\"")
                        .then(LAST);
        talk.down = true;
        try (Visit v = new Visit(screen, talk).open()) {
            v.button("Open the simple page").waitFor();
            look(v, screen, "no-line");
            talk.down = false;
            v.page.getByLabel("What happened?").waitFor();
            talk.down = true;
            talk.cut();
            v.page.locator(".offline").waitFor();
            v.page.getByLabel("What happened?").fill("Hm");
            v.button("Send").click();
            v.page.locator(".visitor").waitFor();
            look(v, screen, "offline");
            talk.down = false;
            v.page.locator(".problem").getByText("A few more words, please.").waitFor();
            look(v, screen, "problem");
            v.button("Send").click();
            v.waitFor("Thank you.");
            v.button("How it looks").click();
            v.page.locator(".people h1").getByText("How it looks").waitFor();
            look(v, screen, "looks");
            v.button("Back to the conversation").click();
            v.page.getByText("My words").click();
            v.button("Erase everything").click();
            v.page.getByText("Nothing can bring it back.").waitFor();
            look(v, screen, "erase");
            v.button("Erase everything").click();
            v.page.getByText("Nothing of it is kept.").waitFor();
            look(v, screen, "erased");
            v.button("Start again").click();
            v.button("Yes, use my answers for this talk").click();
            v.page.getByText("A day to come back").waitFor();
            look(v, screen, "coming-back");
            assertEquals(List.of(), v.errors());
        }
    }
}
