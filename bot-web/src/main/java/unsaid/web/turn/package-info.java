/// Plays a turn: a visitor's frame and a conversation in, what to reply out.
@NullMarked
package unsaid.web.turn;

import org.jspecify.annotations.NullMarked;
