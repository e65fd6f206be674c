package unsaid.web.socket.jetty;

import java.io.IOException;

/// So much waited for a peer that did not read that it was dropped.
final class SlowReaderException extends IOException {
    SlowReaderException(int bytes) {
        super("slow reader: over " + bytes + " bytes would wait");
    }
}
