package unsaid.web.socket;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import unsaid.web.session.Reply;
import unsaid.web.session.Reply.Trouble;
import unsaid.web.turn.Request;

/// Frames of `unsaid.v1`: text to request, reply to text. Strict about what comes in: every field
/// has a type, a limit and a place, and a problem never repeats what somebody wrote. Safe for use
/// by any thread.
public final class FrameCodec {
    /// Objects and lists inside one another. The deepest frame has three.
    static final int DEPTH = 4;

    /// Characters of one number.
    static final int DIGITS = 32;

    private static final String NOT_JSON = "A frame is one JSON object, each field of it once.";

    private final JsonMapper json;

    /// @param limit bytes of one frame, and so of everything in it
    public FrameCodec(int limit) {
        StreamReadConstraints bounds =
                StreamReadConstraints.builder()
                        .maxDocumentLength(limit)
                        .maxStringLength(limit)
                        .maxNameLength(limit)
                        .maxNestingDepth(DEPTH)
                        .maxNumberLength(DIGITS)
                        .build();
        json =
                JsonMapper.builder(
                                JsonFactory.builder()
                                        .streamReadConstraints(bounds)
                                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                                        .build())
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                        .build();
    }

    /// What came of a text.
    public sealed interface Decoded {
        /// The frame's id; null if it has none that can be read.
        @Nullable String id();

        record Good(Request request) implements Decoded {
            @Override
            public String id() {
                return request.id();
            }
        }

        record Bad(Reply.Problem problem) implements Decoded {
            @Override
            public @Nullable String id() {
                return problem.id();
            }
        }
    }

    public Decoded decode(String text) {
        JsonNode root;
        try {
            root = json.readTree(text);
        } catch (StreamConstraintsException e) {
            return bad(
                    Trouble.BAD_FRAME,
                    "This frame is nested too deeply, or has a number that is too long.");
        } catch (JacksonException e) {
            return bad(Trouble.NOT_JSON, NOT_JSON);
        }
        if (root.isMissingNode()) {
            return bad(Trouble.NOT_JSON, NOT_JSON);
        }
        try {
            return new Decoded.Good(new FrameReader(root).request());
        } catch (BadFrameException e) {
            return new Decoded.Bad(e.problem());
        }
    }

    private static Decoded bad(Trouble code, String message) {
        return new Decoded.Bad(new Reply.Problem(null, code, message));
    }

    public String encode(Reply reply) {
        return FrameWriter.write(json, reply);
    }
}
