/// Tyrus on Jetty's port, with real clients and bare sockets.
@NullMarked
package unsaid.web.socket.jetty;

import org.jspecify.annotations.NullMarked;
