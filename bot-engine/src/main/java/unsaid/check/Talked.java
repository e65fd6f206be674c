package unsaid.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unsaid.check.Script.Line;
import unsaid.engine.Given;
import unsaid.engine.Question;
import unsaid.engine.Question.Wants;
import unsaid.flow.Flow;

/// A question that was asked and what was given to it.
public record Talked(Question asked, Given given) {

    /// A talk as a conversation test.
    static Script script(String name, Flow flow, List<Talked> talk, Script.Expect expect) {
        return new Script(
                name,
                flow.id(),
                flow.language(),
                null,
                talk.stream().map(Talked::line).toList(),
                expect);
    }

    /// As a line of a test.
    public Line line() {
        return switch (given) {
            case Given.Chosen one -> new Line.Chooses(List.of(pick(one)), false);
            case Given.Several(var chosen) ->
                    new Line.Chooses(chosen.stream().map(Talked::pick).toList(), true);
            case Given.Amount(double number) -> new Line.Gives(number);
            case Given.Written(String text) ->
                    asked.wants() instanceof Wants.Text
                            ? new Line.Writes(text)
                            : new Line.Gives(text);
            case Given.Lines(var lines) -> new Line.Gives(lines);
            case Given.Piles(var piles) -> {
                Map<String, Object> value = new LinkedHashMap<>(piles);
                yield new Line.Gives(value);
            }
            case Given.Skipped _ -> new Line.Does("skip");
            case Given.NotKnown _ -> new Line.Does("unsure");
        };
    }

    private static Script.Pick pick(Given.Chosen chosen) {
        return new Script.Pick(chosen.key(), chosen.text());
    }
}
