package unsaid.engine;

import java.util.ArrayList;
import java.util.List;
import unsaid.engine.Program.Act;
import unsaid.engine.Program.Tap;
import unsaid.flow.Answer;
import unsaid.flow.Option;
import unsaid.match.Match;
import unsaid.match.Matcher;
import unsaid.match.Reading;
import unsaid.match.Word;

/// What somebody typed, as an answer to the open question or a command.
sealed interface Understanding {
    record Answered(Given given) implements Understanding {}

    record Asked(Event event) implements Understanding {}

    record Unclear() implements Understanding {}

    /// Whether the words themselves are the answer: then they are read for danger as every answer
    /// is.
    default boolean keepsWords() {
        return this instanceof Answered(Given given)
                && (given instanceof Given.Written || given instanceof Given.Lines);
    }

    /// Whether it asks for something that a button asks for, too, and answers nothing.
    default boolean isCommand() {
        return this instanceof Asked
                || this instanceof Answered(Given given)
                        && (given instanceof Given.Skipped || given instanceof Given.NotKnown);
    }

    static Understanding of(String text, Act.Ask ask, Walk walk) {
        List<Option> visible = new ArrayList<>();
        for (Tap tap : ask.taps()) {
            if (ask.fixed() != null || walk.shows(tap)) {
                visible.add(tap.option());
            }
        }
        Matcher matcher = Matcher.of(walk.program().flow().language());
        return switch (matcher.read(text, ask.answer(), visible, Asking.items(ask, walk))) {
            case Match.Fits(Reading reading) -> new Answered(given(reading, ask.answer()));
            case Match.Command(Word word) -> command(word);
            case Match.Unclear() -> new Unclear();
        };
    }

    private static Understanding command(Word word) {
        return switch (word) {
            case SKIP -> new Answered(new Given.Skipped());
            case UNSURE -> new Answered(new Given.NotKnown());
            case BACK -> new Asked(new Event.Back());
            case ENOUGH -> new Asked(new Event.Enough());
            case HELP -> new Asked(new Event.Help());
            case RESTART -> new Asked(new Event.Restart());
        };
    }

    private static Given given(Reading reading, Answer answer) {
        return switch (reading) {
            case Reading.Keys(var keys) -> {
                List<Given.Chosen> chosen =
                        keys.stream().map(key -> new Given.Chosen(key, null)).toList();
                boolean one =
                        answer instanceof Answer.Choice
                                || answer instanceof Answer.YesNo
                                || answer instanceof Answer.Confirm;
                yield one && !chosen.isEmpty() ? chosen.getFirst() : new Given.Several(chosen);
            }
            case Reading.Amount(double amount) -> new Given.Amount(amount);
            case Reading.Day(var day) -> new Given.Written(day.toString());
            case Reading.Words(String words) -> new Given.Written(words);
            case Reading.Lines(var lines) -> new Given.Lines(lines);
        };
    }
}
