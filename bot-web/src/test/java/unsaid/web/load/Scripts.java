package unsaid.web.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import unsaid.check.Wanderer;
import unsaid.check.Wanderer.Manner;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Outcome;
import unsaid.engine.Question;
import unsaid.engine.Said;
import unsaid.engine.Turn;
import unsaid.expression.Value;
import unsaid.flow.Flow;
import unsaid.format.Dialogs;
import unsaid.web.load.Script.Exchange;
import unsaid.web.session.Reply;
import unsaid.web.session.Token;
import unsaid.web.socket.FrameCodec;

/// Writes scripts: plays talks on an engine of our own, with the same dialogs as the server.
/// Immutable.
public final class Scripts {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ID = "id-of-the-frame";
    private static final int LIMIT = 16 << 10;
    private static final int LONGEST = 60;
    private static final int SKIPS_EVERY = 7;

    private final Engine engine;
    private final FrameCodec codec = new FrameCodec(LIMIT);

    /// @param dialogs the folder that the server reads, too
    public Scripts(Path dialogs) throws IOException {
        engine =
                Engine.of(
                        Objects.requireNonNull(
                                Dialogs.load(dialogs).library(), "the dialogs have errors"));
    }

    /// So many talks, of every flow in turn, no two of them the same.
    List<Script> many(int count) {
        List<String> flows = engine.library().flows().stream().sorted().toList();
        return IntStream.range(0, count)
                .mapToObj(number -> script(flows.get(number % flows.size()), number))
                .toList();
    }

    /// One talk; the same number always is the same talk. What the visitor writes carries it.
    public Script script(String flow, int number) {
        Wanderer wanderer = new Wanderer(engine, Manner.PLAIN, number);
        List<Exchange> exchanges = new ArrayList<>();
        var at = played(engine.start(flow, "en"));
        Form start =
                frame("type", "start", "agreed", true, "id", ID, "flow", flow, "language", "en");
        exchanges.add(new Exchange(start, turned(at), at.conversation()));
        Question asks = at.turn().asks();
        while (asks != null && exchanges.size() < LONGEST) {
            boolean skips = exchanges.size() % SKIPS_EVERY == 0;
            Given given = skips ? new Given.Skipped() : signed(wanderer.given(asks), asks, number);
            at = played(engine.advance(at.conversation(), new Event.Answered(asks.id(), given)));
            exchanges.add(new Exchange(frame(asks.id(), given), turned(at), at.conversation()));
            asks = at.turn().asks();
        }
        return new Script(started(flow), exchanges);
    }

    /// What a visitor is shown who comes back there with an empty screen.
    ///
    /// @param accepted the visitor's frame that it answers; null: none
    String whole(@Nullable String accepted, Conversation stands) {
        var at = played(engine.resume(stands.log()));
        return codec.encode(new Reply.Turned(accepted, at.turn(), country(at)));
    }

    /// All answers so far, as the visitor may ask for them there.
    ///
    /// @param id of the frame that asks
    String summary(String id, Conversation stands) {
        var log = stands.log();
        List<Said> history = played(engine.resume(log)).turn().history();
        List<Reply.Summary.Line> lines =
                Objects.requireNonNullElse(history, List.<Said>of()).stream()
                        .filter(said -> !said.answer().isEmpty())
                        .map(said ->
                                new Reply.Summary.Line(
                                        said.at(),
                                        said.says().isEmpty() ? "" : said.says().getLast(),
                                        said.answer(),
                                        said.apart()))
                        .toList();
        Flow flow = Objects.requireNonNull(engine.library().flow(log.flow()));
        return codec.encode(
                new Reply.Summary(
                        id,
                        log.flow(),
                        log.version(),
                        log.language(),
                        flow.title(),
                        false,
                        false,
                        lines));
    }

    private static Outcome.Played played(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Played played -> played;
            case Outcome.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    private Form started(String id) {
        Flow flow = Objects.requireNonNull(engine.library().flow(id));
        Token token = Token.fresh();
        boolean reviewed = flow.review().isComplete();
        String text =
                codec.encode(
                        new Reply.Started(
                                ID,
                                token,
                                id,
                                flow.title(),
                                flow.language(),
                                flow.minutes(),
                                reviewed,
                                false,
                                null));
        return Form.of(text, ID, token.text());
    }

    private Form turned(Outcome.Played at) {
        String text = codec.encode(new Reply.Turned(ID, at.turn(), country(at)));
        compare(JSON.readTree(text), at.turn());
        return Form.of(text, ID);
    }

    /// The codec is the server's own: that it writes down what the engine says is looked at here.
    private static void compare(JsonNode frame, Turn turn) {
        List<String> says = new ArrayList<>();
        frame.path("says").forEach(said -> says.add(said.asString()));
        Question asks = turn.asks();
        boolean same =
                says.equals(turn.says())
                        && frame.path("ask")
                                .path("id")
                                .asString("")
                                .equals(asks == null ? "" : asks.id())
                        && frame.path("ask")
                                .path("text")
                                .asString("")
                                .equals(asks == null ? "" : asks.text());
        if (!same) {
            throw new IllegalStateException(frame + " is not " + turn);
        }
    }

    private static @Nullable String country(Outcome.Played at) {
        if (at.turn().helplines().isEmpty()) {
            return null;
        }
        return switch (at.conversation().values().get("country")) {
            case Value.Words(String text) -> text;
            case Value.One(var item) -> item.key();
            case null, default -> null;
        };
    }

    private static Given signed(Given given, Question asks, int number) {
        String sign = " #" + number;
        return switch (given) {
            case Given.Written(String text)
                    when asks.wants() instanceof Question.Wants.Text(int length, _)
                            && text.length() + sign.length() <= length ->
                    new Given.Written(text + sign);
            case Given.Lines(var lines)
                    when asks.wants() instanceof Question.Wants.Texts texts
                            && lines.stream()
                                    .allMatch(line ->
                                            line.length() + sign.length() <= texts.length()) ->
                    new Given.Lines(lines.stream().map(line -> line + sign).toList());
            case Given.Written _, Given.Lines _ -> given;
            case Given.Chosen _, Given.Several _, Given.Amount _ -> given;
            case Given.Piles _, Given.Skipped _, Given.NotKnown _ -> given;
        };
    }

    private static Form frame(String to, Given given) {
        return given instanceof Given.Skipped
                ? frame("type", "command", "id", ID, "name", "skip", "to", to)
                : frame("type", "answer", "id", ID, "to", to, "value", value(given));
    }

    private static Form frame(Object... fields) {
        Map<Object, Object> frame = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            frame.put(fields[i], fields[i + 1]);
        }
        return Form.of(JSON.writeValueAsString(frame), ID);
    }

    private static Object value(Given given) {
        return switch (given) {
            case Given.Chosen(String key, String text) ->
                    text == null ? key : Map.of("value", key, "text", text);
            case Given.Several(var chosen) -> chosen.stream().map(Scripts::value).toList();
            case Given.Amount(double number) -> number;
            case Given.Written(String text) -> text;
            case Given.Lines(var lines) -> lines;
            case Given.Piles(var piles) -> piles;
            case Given.Skipped _, Given.NotKnown _ -> "";
        };
    }
}
