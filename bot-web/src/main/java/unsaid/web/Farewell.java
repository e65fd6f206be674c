package unsaid.web;

import java.time.Duration;

/// What happens when the process is told to end (SIGTERM, SIGINT).
final class Farewell {
    private static final Duration MARGIN = Duration.ofMillis(500);

    private Farewell() {}

    /// Stops when the signal comes, and ends the process with exit code 0: to be told to stop and
    /// to do so is no failure. A second signal changes nothing.
    ///
    /// @param stop what has to be done first
    /// @param within if `stop` takes longer, the process ends all the same; at least a second
    static void onSignal(Runnable stop, Duration within) {
        Duration patience = within.minus(MARGIN);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stop, patience), "farewell"));
    }

    private static void end(Runnable stop, Duration patience) {
        Thread stopping = Thread.ofPlatform().daemon().name("stop").start(stop);
        try {
            stopping.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(0);
    }
}
