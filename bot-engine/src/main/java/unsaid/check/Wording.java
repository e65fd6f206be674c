package unsaid.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Readings;
import unsaid.flow.Answer;
import unsaid.flow.Option;
import unsaid.flow.Pointer;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;
import unsaid.text.Message;

/// One text of a step, with its place.
///
/// @param condition it is shown only while this holds; null: always
/// @param message what it says, where it has placeholders; null: it has none, or cannot be read
record Wording(
        Role role,
        String text,
        Pointer place,
        @Nullable String condition,
        @Nullable Message message) {

    /// What the text is to the visitor.
    enum Role {
        /// Said by the bot as a bubble of its own.
        BUBBLE,
        QUESTION,
        /// Said on occasion: a hint, after an answer that does not fit, after a silence.
        ASIDE,
        /// What can be tapped.
        LABEL,
        /// What a line of a card is called.
        LINE,
        /// A line of a card; left out while an answer in it is missing, unless it has a condition.
        CARD
    }

    boolean isSaid() {
        return role == Role.BUBBLE || role == Role.QUESTION;
    }

    /// Whether it has placeholders, be they right or wrong.
    boolean hasPlaceholders() {
        return text.indexOf('{') >= 0;
    }

    /// Where it stands, as JSON pointer.
    String pointer() {
        return place.toString();
    }

    static List<Wording> of(Step step, Pointer place, Readings readings) {
        return new Gathering(readings).of(step, place);
    }

    /// Collects the texts of one step.
    private static final class Gathering {
        private final Readings readings;
        private final List<Wording> all = new ArrayList<>();

        Gathering(Readings readings) {
            this.readings = readings;
        }

        private void add(Role role, String text, Pointer place, @Nullable String condition) {
            Message message = text.indexOf('{') < 0 ? null : readings.message(text).message();
            all.add(new Wording(role, text, place, condition, message));
        }

        List<Wording> of(Step step, Pointer place) {
            for (int i = 0; i < step.say().size(); i++) {
                Step.Bubble bubble = step.say().get(i);
                Pointer at = place.in("say").in(i);
                add(
                        Role.BUBBLE,
                        bubble.text(),
                        bubble.condition() == null && bubble.link() == null ? at : at.in("text"),
                        bubble.condition());
            }
            switch (step.kind()) {
                case Kind.Ask ask -> {
                    add(Role.QUESTION, ask.question(), place.in("ask"), null);
                    asides(ask, place);
                    labels(ask.answer(), place.in("answer"));
                    shows(ask.show(), place.in("show"));
                }
                case Kind.End end -> shows(end.show(), place.in("show"));
                case Kind.Say _, Kind.Each _, Kind.Call _, Kind.Assign _ -> {}
            }
            return all;
        }

        private void asides(Kind.Ask ask, Pointer place) {
            if (ask.hint() != null) {
                add(Role.ASIDE, ask.hint(), place.in("hint"), null);
            }
            for (int i = 0; i < ask.retry().size(); i++) {
                add(Role.ASIDE, ask.retry().get(i), place.in("retry").in(i), null);
            }
            if (ask.idle() != null) {
                add(Role.ASIDE, ask.idle().text(), place.in("idle").in("say"), null);
            }
        }

        private void labels(Answer answer, Pointer place) {
            Pointer where = place.in(answer instanceof Answer.Sort ? "buckets" : "options");
            List<Option> options = answer.offered();
            for (int i = 0; i < options.size(); i++) {
                Option option = options.get(i);
                add(Role.LABEL, option.label(), where.in(i).in("label"), option.condition());
            }
            if (answer instanceof Answer.Scale scale) {
                scale.labels()
                        .forEach((point, label) ->
                                add(
                                        Role.ASIDE,
                                        label,
                                        place.in("labels").in(point.toString()),
                                        null));
            }
        }

        private void shows(List<Step.Show> shows, Pointer place) {
            for (int i = 0; i < shows.size(); i++) {
                Step.Show show = shows.get(i);
                Pointer at = place.in(i);
                if (show.label() != null) {
                    add(Role.LINE, show.label(), at.in("label"), show.condition());
                }
                add(Role.CARD, show.text(), at.in("text"), show.condition());
            }
        }
    }
}
