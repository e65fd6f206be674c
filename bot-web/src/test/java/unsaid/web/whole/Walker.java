package unsaid.web.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import unsaid.web.widget.Axe;
import unsaid.web.widget.Pictures;

/// Somebody who walks through a conversation on the screen, by keyboard alone, by touch alone or by
/// mouse alone, and looks at every new question with axe.
final class Walker {
    private static final int TURNS = 60;
    private static final int TABS = 80;

    /// The kinds of elements on the screen, each with its class and what assistive technology
    /// reads.
    private static final String BUILD =
            """
            () => [...new Set([...document.body.querySelectorAll('*')].map(one => one.tagName + '.' + one.className + ' '
              + ['type', 'role', 'hidden', 'disabled', 'aria-live', 'aria-invalid', 'aria-expanded', 'aria-current']
                .filter(name => one.hasAttribute(name)).map(name => name + '=' + one.getAttribute(name))))].sort().join('\\n')
            """;

    /// The two that are always there, as far as they are not: beyond the window, or under
    /// something.
    private static final String OUT_OF_REACH =
            """
            () => ["header .leave", "header [aria-controls=people]"].filter(each => {
              const one = document.querySelector(each), box = one.getBoundingClientRect(), window = visualViewport;
              return !(box.width && box.left >= 0 && box.top >= 0 && box.right <= window.width && box.bottom <= window.height
                && one.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)));
            })
            """;

    /// How the visitor uses the page.
    enum Hand {
        KEYBOARD,
        TOUCH,
        MOUSE
    }

    private final Page page;
    private final Frame chat;
    private final Hand hand;
    private final SplittableRandom chance;
    private final Set<String> looked;
    private final String name;
    private final List<String> questions = new ArrayList<>();

    /// @param looked builds of the screen that axe has seen already in this way of looking; grows
    Walker(Page page, Hand hand, long seed, Set<String> looked, String name) {
        this(page, page.mainFrame(), hand, seed, looked, name);
    }

    /// The same in a frame of the page.
    Walker(Page page, Frame chat, Hand hand, long seed, Set<String> looked, String name) {
        this.page = page;
        this.chat = chat;
        this.hand = hand;
        this.chance = new SplittableRandom(seed);
        this.looked = looked;
        this.name = name;
    }

    /// Walks to the end.
    ///
    /// @return the questions answered
    List<String> walk() {
        Locator yes = chat.locator(".gate .chip").first();
        yes.waitFor();
        look("gate");
        press(yes, "Enter");
        for (int turn = 0; turn < TURNS; turn++) {
            chat.locator(".place form.ask, .ended").first().waitFor();
            if (chat.locator(".ended").count() > 0) {
                look("end");
                return questions;
            }
            String question = chat.locator(".guide.question").last().textContent();
            look(question);
            questions.add(question);
            answer();
            chat.waitForFunction(
                    "n => document.querySelector('.ended') || !document.querySelector('form.ask')"
                            + " || document.querySelectorAll('.visitor').length !== n",
                    chat.locator(".visitor").count()
                            - (chat.locator(".visitor").count() > 0 ? 1 : 0));
        }
        throw new AssertionError("no end after " + TURNS + " questions: " + questions);
    }

    /// Looks whether Help and Leave are in reach; and at what is on the screen, unless a screen of
    /// the same build was looked at before: what axe judges is how a screen is built, not which
    /// words are in it.
    private void look(String state) {
        assertEquals(List.of(), chat.evaluate(OUT_OF_REACH), "out of reach: " + state);
        if (!looked.add((String) chat.evaluate(BUILD))) {
            return;
        }
        assertEquals(List.of(), Axe.violations(page), state);
        Pictures.keep(page, "whole/" + name + "/" + file(state));
    }

    private static String file(String state) {
        String plain = state.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return plain.length() > 60 ? plain.substring(0, 60) : plain;
    }

    private void answer() {
        Locator form = chat.locator("form.ask");
        int before = chat.locator(".visitor").count();
        if (form.locator(".scale input").count() > 0) {
            press(pick(form.locator(".scale input")), " ");
            press(form.locator("button.main"), "Enter");
        } else if (form.locator(".chips input[type=checkbox]").count() > 0) {
            press(pick(form.locator(".chips input[type=checkbox]:visible")), " ");
            press(form.locator("button.main"), "Enter");
        } else if (form.locator("fieldset.sort").count() > 0) {
            for (Locator item : form.locator("fieldset.sort").all()) {
                press(pick(item.locator("input[type=radio]")), " ");
            }
            press(form.locator("button.main"), "Enter");
        } else if (form.locator("ol.ranks").count() > 0) {
            press(form.locator("button.main"), "Enter");
        } else if (form.locator("input[type=text]:visible, textarea:visible").count() > 0) {
            Locator field = form.locator("input[type=text]:visible, textarea:visible").first();
            reach(field);
            page.keyboard().type("the quiet evenings");
            press(form.locator("button.main"), "Enter");
        } else {
            press(option(form), "Enter");
            chat.waitForFunction(
                    "n => document.querySelectorAll('.visitor').length > n || document.querySelector('.ended, form.ask .own input')",
                    before);
            if (chat.locator("form.ask .own:visible input").count() > 0) {
                page.keyboard().type("my love");
                page.keyboard().press("Enter");
            }
        }
        chat.waitForFunction(
                "n => document.querySelectorAll('.visitor').length > n || document.querySelector('.ended')",
                before);
    }

    /// Any of the shown options but those that leave the page.
    private Locator option(Locator form) {
        Locator options = form.locator(".chips button.chip:not(.unfold):visible");
        List<Locator> here = new ArrayList<>();
        for (Locator each : options.all()) {
            if (!each.textContent()
                    .matches(
                            "(Leave this page|Clear and leave now|Diese Seite verlassen|Alles löschen und gehen)")) {
                here.add(each);
            }
        }
        if (here.isEmpty()) {
            throw new AssertionError("nothing to press: " + form.innerHTML());
        }
        return here.get(chance.nextInt(here.size()));
    }

    private Locator pick(Locator all) {
        return all.nth(chance.nextInt(all.count()));
    }

    private void press(Locator target, String key) {
        if (hand != Hand.KEYBOARD) {
            point(
                    target.evaluate("e => e.matches('input')").equals(true)
                            ? target.locator("xpath=ancestor::label")
                            : target);
            return;
        }
        reach(target);
        page.keyboard().press(key.equals(" ") ? "Space" : key);
    }

    private void point(Locator target) {
        if (hand == Hand.TOUCH) {
            target.tap();
        } else {
            target.click();
        }
    }

    /// Puts the focus on `target` with Tab and the arrow keys of a radio group alone; by touch or
    /// mouse, points at it.
    private void reach(Locator target) {
        if (hand != Hand.KEYBOARD) {
            point(target);
            return;
        }
        ElementHandle element = target.elementHandle();
        for (int tab = 0; tab < TABS; tab++) {
            if (element.evaluate("e => e === document.activeElement").equals(true)) {
                return;
            }
            boolean group =
                    element.evaluate(
                                    "e => e.type === 'radio' && document.activeElement?.type === 'radio' && document.activeElement.name === e.name")
                            .equals(true);
            page.keyboard().press(group ? "ArrowRight" : "Tab");
        }
        throw new AssertionError(
                "not reached by keyboard: " + element.evaluate("e => e.outerHTML"));
    }

    static Set<String> nothingLookedAt() {
        return new HashSet<>();
    }
}
