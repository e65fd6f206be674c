package unsaid.web.widget;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What axe finds on a page: rules of WCAG 2.2 A and AA, and best practices.
public final class Axe {
    private Axe() {}

    /// What was found; empty is good.
    ///
    /// @param parts CSS selectors of what to look at; the whole page without any
    /// @return for each rule that is broken its id and the first element that breaks it
    public static List<String> violations(Page page, String... parts) {
        AxeBuilder axe = on(page);
        for (String part : parts) {
            axe.include(part);
        }
        return axe.analyze().getViolations().stream()
                .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .toList();
    }

    /// Everything that was found on a page: the ids of rules that are broken, each with every
    /// element that breaks it.
    public static Set<String> all(Page page) {
        return on(page).analyze().getViolations().stream()
                .flatMap(rule ->
                        rule.getNodes().stream().map(node -> rule.getId() + " " + node.getHtml()))
                .collect(Collectors.toSet());
    }

    /// The other way takes a fresh window for each look, and only pages with frames need it.
    private static AxeBuilder on(Page page) {
        return new AxeBuilder(page).setLegacyMode(page.frames().size() == 1);
    }
}
