package unsaid.web;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes an exception without its message: what was thrown, from where, and why. A message may
/// repeat what a visitor wrote. Used by `logback.xml`.
public final class QuietThrowable extends ThrowableHandlingConverter {
    static final int FRAMES = 20;
    static final int CAUSES = 5;

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        @Nullable IThrowableProxy thrown = event.getThrowableProxy();
        for (int i = 0; i < CAUSES && thrown != null; i++) {
            text.append(i == 0 ? "" : "Caused by ")
                    .append(thrown.getClassName())
                    .append(System.lineSeparator());
            text.append(
                    Arrays.stream(thrown.getStackTraceElementProxyArray())
                            .limit(FRAMES)
                            .map(StackTraceElementProxy::getSTEAsString)
                            .map(line -> "    " + line + System.lineSeparator())
                            .collect(Collectors.joining()));
            thrown = thrown.getCause();
        }
        return text.toString();
    }
}
