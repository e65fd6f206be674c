/// Turns against the real rules.
@NullMarked
package unsaid.web.turn;

import org.jspecify.annotations.NullMarked;
