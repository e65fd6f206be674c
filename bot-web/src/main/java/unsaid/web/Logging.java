package unsaid.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAware;
import java.util.Locale;
import java.util.logging.LogManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// The one log: its form and its level. Where it goes is in `logback.xml`.
final class Logging {
    /// One event, for people to read; its exception follows without messages.
    static final String PATTERN = "%d{HH:mm:ss} %-5level %logger{20}  %quietmessage%n%quiet";

    private static final String CONSOLE = "console";

    private Logging() {}

    /// Brings what Tyrus and other libraries log to the one log, and only their warnings: at finer
    /// levels Tyrus would log frames. What a thread dies of is logged too, without its message.
    static void bridge() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        LogManager.getLogManager().getLogger("").setLevel(java.util.logging.Level.WARNING);
        Thread.setDefaultUncaughtExceptionHandler((_, problem) ->
                LoggerFactory.getLogger(Logging.class).error("A thread died.", problem));
    }

    /// @param format `text` or `json`
    /// @param level of our own words, such as `info`; of the libraries only warnings are ever heard
    static void set(String format, String level) {
        LoggerContext context = context();
        context.getLogger("unsaid").setLevel(Level.toLevel(level.toUpperCase(Locale.ROOT)));
        if (context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(CONSOLE)
                instanceof OutputStreamAppender<ILoggingEvent> console) {
            console.setEncoder(encoder(format));
        }
    }

    /// An encoder that writes as the log does.
    static Encoder<ILoggingEvent> encoder(String format) {
        return switch (format) {
            case "json" -> started(new JsonLines());
            default -> {
                PatternLayoutEncoder text = new PatternLayoutEncoder();
                text.setPattern(PATTERN);
                yield started(text);
            }
        };
    }

    private static <T extends Encoder<ILoggingEvent> & ContextAware> T started(T encoder) {
        encoder.setContext(context());
        encoder.start();
        return encoder;
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
