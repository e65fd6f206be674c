package unsaid.web;

import java.util.logging.Level;
import java.util.logging.LogManager;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Brings what Tyrus logs to the one log, and only its warnings: at finer levels it would log
/// frames.
final class Logging {
    private Logging() {}

    static void bridge() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
    }
}
