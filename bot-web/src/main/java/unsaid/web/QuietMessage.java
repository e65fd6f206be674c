package unsaid.web;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/// Writes what an event says on one line. Of a library's event only the fixed words: what it puts
/// into them may come from a visitor. Used by `logback.xml`.
public final class QuietMessage extends ClassicConverter {
    private static final String OURS = "unsaid.";

    @Override
    public String convert(ILoggingEvent event) {
        return of(event);
    }

    static String of(ILoggingEvent event) {
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
                            || c == 0x2028
                            || c == 0x2029) {
                        line.append(String.format("\\u%04x", c));
                    } else {
                        line.appendCodePoint(c);
                    }
                });
        return line.toString();
    }
}
