package unsaid.web.socket.jetty;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of `conformance.txt`.
///
/// @param pieces bytes sent at a time; 0: all at once
/// @param bare not for libraries
record Case(String name, int pieces, boolean bare, List<Step> sends, List<Step> gets) {
    private static final Pattern STEP =
            Pattern.compile(
                    "([a-z]+)([0-9]*)(?:\\+([0-7]))?(~?)(?:\\s+([0-9]+|any))?(?:\\s+(.+))?");
    private static final List<String> KINDS =
            List.of("more", "text", "binary", "", "", "", "", "", "close", "ping", "pong");
    private static final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};

    /// One frame.
    ///
    /// @param code of a close frame; 0 if there is none, -1 if any will do
    record Step(int opcode, boolean last, int reserved, int code, byte[] payload) {
        /// The frame as a client sends it.
        byte[] bytes() {
            ByteBuffer frame =
                    ByteBuffer.allocate(payload.length + 14)
                            .put((byte) ((last ? 0x80 : 0) | reserved << 4 | opcode));
            if (payload.length <= 125) {
                frame.put((byte) (0x80 | payload.length));
            } else if (payload.length <= 0xffff) {
                frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
            } else {
                frame.put((byte) (0x80 | 127)).putLong(payload.length);
            }
            frame.put(MASK);
            for (int i = 0; i < payload.length; i++) {
                frame.put((byte) (payload[i] ^ MASK[i % MASK.length]));
            }
            return Arrays.copyOf(frame.array(), frame.position());
        }

        boolean isClose() {
            return opcode == Wire.CLOSE;
        }

        /// What it says, in a form that can be compared.
        String heard() {
            return isClose() ? "close " + (code < 0 ? "any" : code) : Case.heard(opcode, payload);
        }
    }

    static String heard(int opcode, byte[] payload) {
        return KINDS.get(opcode) + " " + HexFormat.of().formatHex(payload);
    }

    boolean endsWithClose() {
        return !gets.isEmpty() && gets.getLast().isClose();
    }

    /// Whether a proper library can form these frames.
    boolean isForLibraries() {
        return !bare
                && sends.stream()
                        .noneMatch(step ->
                                KINDS.size() <= step.opcode()
                                        || KINDS.get(step.opcode()).isEmpty());
    }

    static List<Case> all() {
        try (InputStream in =
                Objects.requireNonNull(Case.class.getResourceAsStream("conformance.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Case::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case of(String line) {
        List<String> parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        String how = parts.get(1);
        return new Case(
                parts.get(0),
                how.startsWith("bytes ") ? Integer.parseInt(how.substring("bytes ".length())) : 0,
                how.equals("bare"),
                steps(parts.get(2)),
                steps(parts.get(3)));
    }

    private static List<Step> steps(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(";")).map(String::strip).map(Case::step).toList();
    }

    private static Step step(String text) {
        Matcher match = STEP.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(text);
        }
        int opcode =
                match.group(1).equals("op")
                        ? Integer.parseInt(match.group(2))
                        : KINDS.indexOf(match.group(1));
        int reserved = match.group(3) == null ? 0 : Integer.parseInt(match.group(3));
        String code = match.group(5);
        byte[] words = payload(match.group(6) == null ? "" : match.group(6));
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        if (code != null && !code.equals("any")) {
            payload.write(Integer.parseInt(code) >> 8);
            payload.write(Integer.parseInt(code));
        }
        payload.writeBytes(words);
        return new Step(
                opcode,
                match.group(4).isEmpty(),
                reserved,
                code == null ? 0 : code.equals("any") ? -1 : Integer.parseInt(code),
                payload.toByteArray());
    }

    private static byte[] payload(String text) {
        if (text.startsWith("'")) {
            return text.substring(1, text.length() - 1).getBytes(StandardCharsets.UTF_8);
        }
        if (text.startsWith("#")) {
            return HexFormat.of().parseHex(text.substring(1));
        }
        int star = text.indexOf('*');
        if (star < 0) {
            return new byte[0];
        }
        byte[] many = new byte[Integer.parseInt(text.substring(star + 1))];
        Arrays.fill(
                many,
                star == 0 ? (byte) 'x' : (byte) Integer.parseInt(text.substring(0, star), 16));
        return many;
    }

    @Override
    public String toString() {
        return name;
    }
}
