package unsaid.web;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;

/// Writes events one after the other in UTF-8, with nothing before the first and after the last.
abstract class Lines extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = {};

    /// An event as it is written, its end of line included.
    abstract String written(ILoggingEvent event);

    @Override
    public final byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public final byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public final byte[] encode(ILoggingEvent event) {
        return written(event).getBytes(StandardCharsets.UTF_8);
    }
}
