package unsaid.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Locale;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// The one log: where it goes, its form and its levels. Nothing that a visitor wrote may come
/// there: libraries are heard only when they warn, and then without what they put into their words.
/// Set up by the program, because a file would be parsed at every start.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class Logging extends ContextAwareBase implements Configurator {
    private static final String CONSOLE = "console";

    /// Called by logback, before the first event.
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setName(CONSOLE);
        console.setTarget("System.err");
        console.setEncoder(encoder("text", context));
        console.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(console);
        context.getLogger("unsaid").setLevel(Level.INFO);
        // Says the same of each of its connections when the database is away; the store says it
        // once.
        context.getLogger("com.zaxxer.hikari").setLevel(Level.ERROR);
        // It repeats the Host header of anybody.
        context.getLogger("org.eclipse.jetty.util.HostPort").setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

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
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger("unsaid").setLevel(Level.toLevel(level.toUpperCase(Locale.ROOT)));
        if (context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(CONSOLE)
                instanceof OutputStreamAppender<ILoggingEvent> console) {
            console.setEncoder(encoder(format, context));
        }
    }

    /// An encoder that writes as the log does.
    static Encoder<ILoggingEvent> encoder(String format, LoggerContext context) {
        Encoder<ILoggingEvent> encoder = format.equals("json") ? new JsonLines() : new TextLines();
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }
}
