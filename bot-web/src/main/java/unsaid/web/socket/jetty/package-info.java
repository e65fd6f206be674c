/// Carries Tyrus, the Jakarta WebSocket server, on the port of an embedded Jetty. Knows bytes and
/// connections; nothing of conversations.
@NullMarked
package unsaid.web.socket.jetty;

import org.jspecify.annotations.NullMarked;
