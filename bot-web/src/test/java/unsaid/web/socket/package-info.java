/// The socket, with a real server and real clients.
@NullMarked
package unsaid.web.socket;

import org.jspecify.annotations.NullMarked;
