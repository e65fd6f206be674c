package unsaid.web.socket.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A whole text frame from server to peer, made once and sent often. Immutable.
final class TextFrame {
    private static final int SHORT = 125;
    private static final int LONGEST = 0xffff;

    private final byte[] bytes;

    TextFrame(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        if (payload.length > LONGEST) {
            throw new IllegalArgumentException("text over " + LONGEST + " bytes");
        }
        ByteBuffer frame = ByteBuffer.allocate(4 + payload.length).put((byte) 0x81);
        if (payload.length <= SHORT) {
            frame.put((byte) payload.length);
        } else {
            frame.put((byte) 126).putShort((short) payload.length);
        }
        frame.put(payload).flip();
        bytes = new byte[frame.remaining()];
        frame.get(bytes);
    }

    ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes);
    }
}
