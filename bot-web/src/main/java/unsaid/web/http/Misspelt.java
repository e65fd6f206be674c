package unsaid.web.http;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unsaid.expression.Nearest;

/// Tells the owner of pages that ask for a conversation that is not here: their readers see that
/// there is no page. What was asked for came from outside and is not repeated; each conversation
/// that may have been meant is named once, and once it is told that none is near. Safe for use by
/// any thread.
final class Misspelt {
    private static final Logger LOG = LoggerFactory.getLogger(Misspelt.class);
    private static final int LONGEST = 100;

    private final Supplier<? extends Collection<String>> flows;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /// @param flows their ids as they are now
    Misspelt(Supplier<? extends Collection<String>> flows) {
        this.flows = flows;
    }

    /// @param asked no flow's id
    void look(String asked) {
        String nearest = asked.length() > LONGEST ? null : Nearest.to(asked, flows.get());
        String hint = nearest == null ? "" : " Did you mean \"" + nearest + "\"?";
        if (told.add(hint)) {
            LOG.warn("A page asks for a conversation that is not here.{} See data-flow.", hint);
        }
    }
}
