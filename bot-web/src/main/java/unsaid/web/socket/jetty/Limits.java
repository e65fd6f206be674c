package unsaid.web.socket.jetty;

import java.time.Duration;

/// What one peer, and all of them together, may cost.
///
/// @param message bytes of one incoming message, and of one frame; at least 125
/// @param inputBuffer bytes read from the network at once
/// @param pauseAt outgoing bytes waiting on one connection at which reading from it pauses
/// @param dropAt outgoing bytes waiting on one connection at which it is dropped
/// @param silence silence after which the server pings; as much silence again closes
/// @param unfinished from the first byte of a message to its last
/// @param connections open connections of the server
/// @param connectionsPerAddress open connections of one remote address
public record Limits(
        int message,
        int inputBuffer,
        int pauseAt,
        int dropAt,
        Duration silence,
        Duration unfinished,
        int connections,
        int connectionsPerAddress) {
    public Limits {
        if (message < 125 || inputBuffer < 1 || pauseAt < 1 || dropAt < pauseAt) {
            throw new IllegalArgumentException(
                    "sizes must be positive, and dropAt not below pauseAt");
        }
        if (silence.toMillis() < 1
                || unfinished.toMillis() < 1
                || connections < 1
                || connectionsPerAddress < 1) {
            throw new IllegalArgumentException("times and numbers of connections must be positive");
        }
    }
}
