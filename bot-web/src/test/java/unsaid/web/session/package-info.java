/// Conversations in memory, with a hand-turned clock.
@NullMarked
package unsaid.web.session;

import org.jspecify.annotations.NullMarked;
