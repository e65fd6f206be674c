/// The visitor's socket: frames, their codec and the Jakarta WebSocket endpoint. Knows no rules.
@NullMarked
package unsaid.web.socket;

import org.jspecify.annotations.NullMarked;
