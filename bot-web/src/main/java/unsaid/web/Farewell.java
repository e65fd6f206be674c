package unsaid.web;

import java.time.Duration;

/// What happens when the process is told to end (SIGTERM, SIGINT).
final class Farewell {
    private static final Duration MARGIN = Duration.ofMillis(500);

    private Farewell() {}

    /// Stops the server when the signal comes, and ends the process with exit code 0: to be told to
    /// stop and to do so is no failure. If it has not stopped within [Server#stopWithin], the
    /// process ends all the same. A second signal changes nothing.
    static void onSignal(Server server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "farewell"));
    }

    private static void stop(Server server) {
        Thread stopping = Thread.ofPlatform().daemon().name("stop").start(server::stop);
        try {
            stopping.join(server.stopWithin().minus(MARGIN));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(0);
    }
}
