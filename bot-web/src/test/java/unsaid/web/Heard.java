package unsaid.web;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/// Everything that is logged from now on, with the levels and the form that `logback.xml` gives it.
final class Heard implements AutoCloseable {
    private final StringBuffer text = new StringBuffer();
    private final StringBuffer forPeople = new StringBuffer();
    private final StringBuffer forMachines = new StringBuffer();
    private final Encoder<ILoggingEvent> people = Logging.encoder("text");
    private final Encoder<ILoggingEvent> machines = Logging.encoder("json");
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final AppenderBase<ILoggingEvent> ear =
            new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    text.append(layout.doLayout(event));
                    forPeople.append(new String(people.encode(event), StandardCharsets.UTF_8));
                    forMachines.append(new String(machines.encode(event), StandardCharsets.UTF_8));
                }
            };
    private final PatternLayout layout = new PatternLayout();

    Heard() {
        this("%level %logger %msg %mdc%n%quiet");
    }

    /// @param form of a line, as in `logback.xml`
    Heard(String form) {
        LoggerContext context = root.getLoggerContext();
        layout.getInstanceConverterMap().put("quiet", QuietThrowable::new);
        layout.setContext(context);
        layout.setPattern(form);
        layout.start();
        ear.setContext(context);
        ear.start();
        root.addAppender(ear);
    }

    /// Everything, with the words that the log itself would leave out.
    String all() {
        return text.toString();
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
