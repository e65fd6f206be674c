package unsaid.web.socket.jetty;

import java.time.Duration;

/// What one peer, and all of them together, may cost.
///
/// @param message bytes of one incoming message, and of one frame; at least 125
/// @param inputBuffer bytes read from the network at once
/// @param pauseAt outgoing bytes waiting on one connection at which reading from it pauses
/// @param dropAt outgoing bytes waiting on one connection at which it is dropped
/// @param silence silence after which the server pings; as much silence again closes
/// @param connections open connections of the server
/// @param connectionsPerAddress open connections of one remote address
public record Limits(
        int message,
        int inputBuffer,
        int pauseAt,
        int dropAt,
        Duration silence,
        int connections,
        int connectionsPerAddress) {

    /// What suits a chat: small messages, few of them, dead peers gone within a minute.
    public static final Limits DEFAULT =
            new Limits(16 << 10, 4 << 10, 64 << 10, 1 << 20, Duration.ofSeconds(25), 10_000, 200);

    public Limits {
        if (message < 125 || inputBuffer < 1 || pauseAt < 1 || dropAt < pauseAt) {
            throw new IllegalArgumentException(
                    "sizes must be positive, and dropAt not below pauseAt");
        }
        if (silence.toMillis() < 1 || connections < 1 || connectionsPerAddress < 1) {
            throw new IllegalArgumentException(
                    "silence and numbers of connections must be positive");
        }
    }
}
