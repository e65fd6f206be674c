package unsaid.web;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes an event as one line of JSON: when, how bad, who, what; and what was thrown, without its
/// message.
final class JsonLines extends Lines {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    String written(ILoggingEvent event) {
        ObjectNode line = JSON.createObjectNode();
        line.put("time", event.getInstant().toString());
        line.put("level", event.getLevel().toString());
        line.put("logger", event.getLoggerName());
        line.put("message", Quiet.message(event));
        if (event.getThrowableProxy() != null) {
            thrown(line.putArray("thrown"), event.getThrowableProxy());
        }
        return line + "\n";
    }

    private static void thrown(ArrayNode all, IThrowableProxy first) {
        for (IThrowableProxy one : Quiet.causes(first)) {
            ObjectNode told = all.addObject();
            told.put("class", one.getClassName());
            ArrayNode frames = told.putArray("frames");
            Arrays.stream(one.getStackTraceElementProxyArray())
                    .limit(Quiet.FRAMES)
                    .forEach(frame -> frames.add(frame.getStackTraceElement().toString()));
        }
    }
}
