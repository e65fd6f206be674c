package unsaid.web;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may be told of an event. Never the message of what was thrown, for it may repeat what a
/// visitor wrote; and of a library's event only its fixed words: what it puts into them may come
/// from a visitor too.
final class Quiet {
    static final int FRAMES = 20;
    static final int CAUSES = 5;

    private static final String OURS = "unsaid.";
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private Quiet() {}

    /// What an event says, on one line.
    static String message(ILoggingEvent event) {
        String text =
                event.getLoggerName().startsWith(OURS)
                        ? event.getFormattedMessage()
                        : event.getMessage();
        return text == null ? "" : onOneLine(text);
    }

    /// A forged line would have to begin with a control character or a separator of lines, or turn
    /// what follows around.
    private static String onOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    if (Character.isISOControl(c)
                            || Character.getType(c) == Character.FORMAT
                            || c == LINE_SEPARATOR
                            || c == PARAGRAPH_SEPARATOR) {
                        line.append(String.format("\\u%04x", c));
                    } else {
                        line.appendCodePoint(c);
                    }
                });
        return line.toString();
    }

    /// What was thrown and why, at most [#CAUSES] of them.
    static List<IThrowableProxy> causes(@Nullable IThrowableProxy thrown) {
        List<IThrowableProxy> causes = new ArrayList<>();
        for (IThrowableProxy one = thrown;
                one != null && causes.size() < CAUSES;
                one = one.getCause()) {
            causes.add(one);
        }
        return causes;
    }
}
