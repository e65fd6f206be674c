/// The whole product at once: the real server, the shipped dialogs, a real browser or client.
@NullMarked
package unsaid.web.whole;

import org.jspecify.annotations.NullMarked;
