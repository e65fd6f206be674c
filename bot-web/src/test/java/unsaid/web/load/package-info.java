/// The load driver: measures a server in a process of its own and checks every reply. It is run by
/// hand and judges by the replies alone, never by the clock.
@NullMarked
package unsaid.web.load;

import org.jspecify.annotations.NullMarked;
