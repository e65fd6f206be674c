package unsaid.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import unsaid.format.Dialogs;
import unsaid.format.Found;

/// A talk in a test: plays one flow, written as JSON with single quotes allowed for double ones.
final class Talk {
    final Engine engine;
    private Conversation conversation;
    private Turn turn;

    private Talk(Engine engine, String flow) {
        this.engine = engine;
        if (!(engine.start(flow, "en") instanceof Outcome.Played(Conversation begun, Turn first))) {
            throw new AssertionError("no flow " + flow);
        }
        this.conversation = begun;
        this.turn = first;
    }

    /// @param steps the flow's steps as JSON
    static Talk of(String steps) {
        return with("", steps);
    }

    /// @param fields further fields of the flow, each followed by a comma
    static Talk with(String fields, String steps) {
        return flows(
                Map.of(
                        "test/flow.json",
                        "{\"flow\":\"test\",\"version\":1,\"language\":\"en\",\"title\":\"A test\","
                                + fields
                                + "\"steps\":["
                                + steps
                                + "]}"));
    }

    static Talk flows(Map<String, String> files) {
        return flows(files, "test");
    }

    /// @param begun the flow that is begun
    static Talk flows(Map<String, String> files, String begun) {
        Dialogs.Loaded loaded = Dialogs.read(files, Dialogs.PRIVACY);
        List<Found> errors = loaded.findings().stream().filter(Found::isError).toList();
        if (!errors.isEmpty()) {
            throw new AssertionError("the flow has errors: " + errors);
        }
        return new Talk(Engine.of(Objects.requireNonNull(loaded.library())), begun);
    }

    Talk choose(String value) {
        return give(new Given.Chosen(value, null));
    }

    Talk chooseAll(String... values) {
        return give(
                new Given.Several(
                        List.of(values).stream()
                                .map(value -> new Given.Chosen(value, null))
                                .toList()));
    }

    Talk number(double number) {
        return give(new Given.Amount(number));
    }

    Talk write(String text) {
        return give(new Given.Written(text));
    }

    Talk lines(String... lines) {
        return give(new Given.Lines(List.of(lines)));
    }

    Talk skip() {
        return give(new Given.Skipped());
    }

    Talk give(Given given) {
        return event(new Event.Answered(question().id(), given));
    }

    Talk event(Event event) {
        switch (engine.advance(conversation, event)) {
            case Outcome.Played(Conversation now, Turn next) -> {
                conversation = now;
                turn = next;
            }
            case Outcome.Refused refused -> throw new AssertionError("refused: " + refused);
        }
        return this;
    }

    Outcome tryEvent(Event event) {
        return engine.advance(conversation, event);
    }

    Outcome tryGiving(Given given) {
        return tryEvent(new Event.Answered(question().id(), given));
    }

    Question question() {
        return Objects.requireNonNull(turn.asks(), "nothing is asked");
    }

    String asks() {
        return turn.asks() == null ? "nothing" : turn.asks().at();
    }

    Turn turn() {
        return turn;
    }

    Conversation conversation() {
        return conversation;
    }
}
