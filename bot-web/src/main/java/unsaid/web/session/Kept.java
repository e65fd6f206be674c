package unsaid.web.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Log;
import unsaid.format.LogText;
import unsaid.web.session.store.ConversationId;

/// What is kept of a conversation: enough to go on with it on another server or after a crash.
/// Immutable.
///
/// @param begun when it began, in milliseconds since 1970
/// @param last when its last turn was played, in milliseconds since 1970
record Kept(
        long begun,
        long last,
        Log log,
        Told told,
        int misses,
        @Nullable Keep keep,
        boolean couple) {
    /// The first byte of what is written; raised when the form changes.
    private static final int FORM = 1;

    static Kept of(Talk talk, long begun, long now) {
        return new Kept(
                begun,
                now,
                talk.conversation().log(),
                talk.told(),
                talk.misses(),
                talk.keep(),
                talk.couple());
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2_048);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeLong(begun);
            out.writeLong(last);
            out.writeInt(misses);
            out.writeBoolean(keep != null);
            if (keep != null) {
                out.writeLong(keep.until());
                out.write(keep.ticket().bytes());
            }
            out.writeBoolean(couple);
            out.writeInt(told.replies().size());
            for (Told.Sent sent : told.replies()) {
                write(out, sent.frame());
                out.writeInt(sent.turn());
                write(out, sent.text());
            }
            out.writeInt(told.counted().length);
            for (long mark : told.counted()) {
                out.writeLong(mark);
            }
            write(out, LogText.write(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    /// @throws IllegalArgumentException if the bytes were written by a program that is not
    ///   understood; its message repeats nothing of them
    static Kept of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORM) {
                throw new IllegalArgumentException("a record of another form");
            }
            long begun = in.readLong();
            long last = in.readLong();
            int misses = in.readInt();
            Keep keep = in.readBoolean() ? keep(in) : null;
            boolean couple = in.readBoolean();
            List<Told.Sent> replies = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                replies.add(new Told.Sent(text(in), in.readInt(), text(in)));
            }
            long[] counted = new long[in.readInt()];
            for (int i = 0; i < counted.length; i++) {
                counted[i] = in.readLong();
            }
            return new Kept(
                    begun,
                    last,
                    LogText.read(text(in)),
                    new Told(replies, counted),
                    misses,
                    keep,
                    couple);
        } catch (IOException e) {
            throw new IllegalArgumentException("a record that ends too early");
        }
    }

    private static Keep keep(DataInputStream in) throws IOException {
        return new Keep(in.readLong(), new ConversationId(in.readNBytes(ConversationId.BYTES)));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
