package unsaid.web;

import ch.qos.logback.classic.pattern.TargetLengthBasedClassNameAbbreviator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Writes an event as one line for people to read: when, how bad, who, what. Lines with what was
/// thrown follow, without its message.
final class TextLines extends Lines {
    private static final int LEVEL = 5;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final TargetLengthBasedClassNameAbbreviator SHORT =
            new TargetLengthBasedClassNameAbbreviator(20);

    @Override
    String written(ILoggingEvent event) {
        String level = event.getLevel().toString();
        StringBuilder text = new StringBuilder();
        text.append(TIME.format(event.getInstant())).append(' ').append(level);
        text.repeat(' ', 1 + LEVEL - level.length());
        text.append(SHORT.abbreviate(event.getLoggerName())).append("  ");
        text.append(Quiet.message(event)).append(System.lineSeparator());
        thrown(text, event.getThrowableProxy());
        return text.toString();
    }

    private static void thrown(StringBuilder text, @Nullable IThrowableProxy first) {
        String before = "";
        for (IThrowableProxy one : Quiet.causes(first)) {
            text.append(before).append(one.getClassName()).append(System.lineSeparator());
            Arrays.stream(one.getStackTraceElementProxyArray())
                    .limit(Quiet.FRAMES)
                    .forEach(frame ->
                            text.append("    ")
                                    .append(frame.getSTEAsString())
                                    .append(System.lineSeparator()));
            before = "Caused by ";
        }
    }
}
