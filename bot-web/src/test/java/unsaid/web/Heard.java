package unsaid.web;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/// Everything that is logged from now on, with the levels and in the forms that it has in the log.
final class Heard implements AutoCloseable {
    private final StringBuffer all = new StringBuffer();
    private final StringBuffer forPeople = new StringBuffer();
    private final StringBuffer forMachines = new StringBuffer();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Encoder<ILoggingEvent> people = Logging.encoder("text", root.getLoggerContext());
    private final Encoder<ILoggingEvent> machines =
            Logging.encoder("json", root.getLoggerContext());
    private final AppenderBase<ILoggingEvent> ear =
            new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    String line = new String(people.encode(event), StandardCharsets.UTF_8);
                    all.append(event.getFormattedMessage())
                            .append(event.getMDCPropertyMap())
                            .append(line);
                    forPeople.append(line);
                    forMachines.append(new String(machines.encode(event), StandardCharsets.UTF_8));
                }
            };

    Heard() {
        ear.setContext(root.getLoggerContext());
        ear.start();
        root.addAppender(ear);
    }

    /// Everything, with the words that the log itself would leave out.
    String all() {
        return all.toString();
    }

    /// What stands in the log.
    String text() {
        return forPeople.toString();
    }

    /// What stands in the log if it is written as JSON.
    String json() {
        return forMachines.toString();
    }

    @Override
    public void close() {
        root.detachAppender(ear);
    }
}
