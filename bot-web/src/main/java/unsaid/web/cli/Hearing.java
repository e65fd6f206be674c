package unsaid.web.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.check.Script.Line;
import unsaid.check.Script.Pick;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Question;
import unsaid.engine.Question.Tap;
import unsaid.engine.Question.Wants;
import unsaid.expression.Nearest;

/// Typed lines → what is meant by them: a number taps an option, `/` begins a command, and words
/// are given to the engine as a visitor's are.
final class Hearing {
    static final List<String> COMMANDS =
            List.of(
                    "/back",
                    "/skip",
                    "/unsure",
                    "/help",
                    "/enough",
                    "/restart",
                    "/change",
                    "/more",
                    "/leave");

    private final Typing typing;
    private final Screen screen;

    Hearing(Typing typing, Screen screen) {
        this.typing = typing;
        this.screen = screen;
    }

    /// Waits for a line, and for more where the answer takes several.
    Meant read(Question question) throws IOException {
        String line = typing.line();
        if (line == null) {
            return new Meant.Leave();
        }
        String said = line.strip();
        if (said.isEmpty()) {
            return new Meant.Again(false);
        }
        return said.startsWith("/") ? command(said, question) : answer(said, question);
    }

    private static Meant command(String said, Question question) {
        String[] words = said.split("\\s+", 2);
        String name = words[0].substring(1);
        return switch (name) {
            case "back" -> does(new Event.Back(), name);
            case "skip" -> does(new Event.Answered(question.id(), new Given.Skipped()), name);
            case "unsure" -> does(new Event.Answered(question.id(), new Given.NotKnown()), name);
            case "help" -> does(new Event.Help(), name);
            case "enough" -> does(new Event.Enough(), name);
            case "restart" -> does(new Event.Restart(), name);
            case "change" -> change(words.length > 1 ? words[1].strip() : "", question);
            case "more" -> new Meant.Again(true);
            case "leave" -> new Meant.Leave();
            default -> {
                String near = Nearest.to(words[0], COMMANDS);
                yield new Meant.Unclear(
                        near == null
                                ? "The commands are " + String.join(" ", COMMANDS)
                                : "Did you mean " + near + "?");
            }
        };
    }

    private static Meant does(Event event, String name) {
        return new Meant.Move(event, new Line.Does(name));
    }

    private static Meant change(String step, Question question) {
        String flow = question.at().split("/", 2)[0];
        return step.isEmpty()
                ? new Meant.Unclear("Name the step of the earlier question: /change mood")
                : new Meant.Move(new Event.Reopened(flow + "/" + step), new Line.Changes(step));
    }

    private Meant answer(String said, Question question) throws IOException {
        return switch (question.wants()) {
            case Wants.Choice(var taps) -> one(said, taps, question);
            case Wants.YesNo(var taps) -> one(said, taps, question);
            case Wants.Confirm(var taps) -> one(said, taps, question);
            case Wants.Multi(var taps, _, _) -> several(said, taps, question);
            case Wants.Rank(var taps, _) -> several(said, taps, question);
            case Wants.Pick(var taps, _, _) -> several(said, taps, question);
            case Wants.Sort(var items, var buckets) -> sorted(said, items, buckets, question);
            case Wants.Scale _, Wants.Number _ -> amount(said, question);
            case Wants.Date _ -> day(said, question);
            case Wants.Text _ -> move(question, new Given.Written(said), new Line.Writes(said));
            case Wants.Texts(_, int max, _, _, _) -> lines(said, max, question);
        };
    }

    private static Meant move(Question question, Given given, Line line) {
        return new Meant.Move(new Event.Answered(question.id(), given), line);
    }

    private static Meant words(String said, Question question) {
        return new Meant.Move(new Event.Wrote(question.id(), said), new Line.Writes(said));
    }

    private Meant one(String said, List<Tap> taps, Question question) throws IOException {
        if (!said.matches("\\d+")) {
            return words(said, question);
        }
        Tap tap = tap(said, taps);
        if (tap == null) {
            return unclear(taps);
        }
        Pick pick = pick(tap, taps);
        return move(
                question,
                new Given.Chosen(tap.value(), pick.text()),
                new Line.Chooses(List.of(pick), false));
    }

    private Meant several(String said, List<Tap> taps, Question question) throws IOException {
        if (!said.matches("[\\d,\\s]+")) {
            return words(said, question);
        }
        List<Given.Chosen> chosen = new ArrayList<>();
        List<Pick> picks = new ArrayList<>();
        for (String number : numbers(said)) {
            Tap tap = tap(number, taps);
            if (tap == null) {
                return unclear(taps);
            }
            Pick pick = pick(tap, taps);
            picks.add(pick);
            chosen.add(new Given.Chosen(tap.value(), pick.text()));
        }
        return move(question, new Given.Several(chosen), new Line.Chooses(picks, true));
    }

    private static List<String> numbers(String said) {
        return Arrays.stream(said.split("[,\\s]+")).filter(each -> !each.isEmpty()).toList();
    }

    private static @Nullable Tap tap(String number, List<Tap> taps) {
        int at = number.length() > 4 ? 0 : Integer.parseInt(number);
        return at < 1 || at > taps.size() ? null : taps.get(at - 1);
    }

    private static Meant unclear(List<Tap> taps) {
        return new Meant.Unclear("Type numbers from 1 to " + taps.size() + ".");
    }

    /// The option as a test names it, with the words that are added to it.
    private Pick pick(Tap tap, List<Tap> taps) throws IOException {
        boolean clear =
                taps.stream()
                                .filter(each ->
                                        each.label().equals(tap.label())
                                                || each.value().equals(tap.label()))
                                .count()
                        == 1;
        String text = null;
        if (tap.text() > 0) {
            screen.out().println("(a few words to “" + tap.label() + "”, or nothing)");
            String line = typing.line();
            text = line == null || line.isBlank() ? null : line.strip();
        }
        return new Pick(clear ? tap.label() : tap.value(), text);
    }

    private static Meant sorted(
            String said, List<Tap> items, List<Tap> buckets, Question question) {
        List<String> numbers = said.matches("[\\d,\\s]+") ? numbers(said) : List.of();
        if (numbers.size() != items.size()) {
            return new Meant.Unclear("Type the number of a box for each of them, in order.");
        }
        Map<String, List<String>> piles = new LinkedHashMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            Tap bucket = tap(numbers.get(i), buckets);
            if (bucket == null) {
                return unclear(buckets);
            }
            piles.computeIfAbsent(bucket.value(), _ -> new ArrayList<>()).add(items.get(i).value());
        }
        return move(question, new Given.Piles(piles), new Line.Gives(piles));
    }

    private static Meant amount(String said, Question question) {
        if (!said.matches("[-+]?\\d{1,12}([.,]\\d{1,6})?")) {
            return words(said, question);
        }
        double number = Double.parseDouble(said.replace(',', '.'));
        return move(question, new Given.Amount(number), new Line.Gives(number));
    }

    private static Meant day(String said, Question question) {
        return said.matches("\\d{4}-\\d{2}-\\d{2}")
                ? move(question, new Given.Written(said), new Line.Gives(said))
                : words(said, question);
    }

    /// One text a line, until a line is empty or there may be no more.
    private Meant lines(String first, int max, Question question) throws IOException {
        List<String> lines = new ArrayList<>(List.of(first));
        while (lines.size() < max) {
            String line = typing.line();
            if (line == null || line.isBlank()) {
                break;
            }
            lines.add(line.strip());
        }
        return move(question, new Given.Lines(lines), new Line.Writes(String.join("\n", lines)));
    }
}
