/// The rules: conversation + event → turn. No clock, I/O, thread or randomness.
@NullMarked
package unsaid.engine;

import org.jspecify.annotations.NullMarked;
