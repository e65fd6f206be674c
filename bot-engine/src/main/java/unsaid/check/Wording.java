package unsaid.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Answer;
import unsaid.flow.Option;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;

/// One text of a step, with its place.
///
/// @param condition it is shown only while this holds; null: always
record Wording(Role role, String text, String pointer, @Nullable String condition) {

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

    static List<Wording> of(Step step, String pointer) {
        List<Wording> all = new ArrayList<>();
        for (int i = 0; i < step.say().size(); i++) {
            Step.Bubble bubble = step.say().get(i);
            String place = pointer + "/say/" + i + (bubble.condition() == null ? "" : "/text");
            all.add(new Wording(Role.BUBBLE, bubble.text(), place, bubble.condition()));
        }
        switch (step.kind()) {
            case Kind.Ask ask -> {
                all.add(new Wording(Role.QUESTION, ask.question(), pointer + "/ask", null));
                asides(ask, pointer, all);
                labels(ask.answer(), pointer + "/answer", all);
                shows(ask.show(), pointer + "/show", all);
            }
            case Kind.End end -> shows(end.show(), pointer + "/show", all);
            case Kind.Say _, Kind.Each _, Kind.Call _, Kind.Assign _ -> {}
        }
        return all;
    }

    private static void asides(Kind.Ask ask, String pointer, List<Wording> all) {
        if (ask.hint() != null) {
            all.add(new Wording(Role.ASIDE, ask.hint(), pointer + "/hint", null));
        }
        for (int i = 0; i < ask.retry().size(); i++) {
            all.add(new Wording(Role.ASIDE, ask.retry().get(i), pointer + "/retry/" + i, null));
        }
        if (ask.idle() != null) {
            all.add(new Wording(Role.ASIDE, ask.idle().text(), pointer + "/idle/say", null));
        }
    }

    private static void labels(Answer answer, String pointer, List<Wording> all) {
        String where = pointer + (answer instanceof Answer.Sort ? "/buckets/" : "/options/");
        List<Option> options = options(answer);
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            all.add(
                    new Wording(
                            Role.LABEL, option.label(), where + i + "/label", option.condition()));
        }
        if (answer instanceof Answer.Scale scale) {
            scale.labels()
                    .forEach((point, label) ->
                            all.add(
                                    new Wording(
                                            Role.ASIDE,
                                            label,
                                            pointer + "/labels/" + point,
                                            null)));
        }
    }

    /// What can be tapped, buckets included.
    static List<Option> options(Answer answer) {
        return answer instanceof Answer.Sort(_, var buckets) ? buckets : answer.choices();
    }

    private static void shows(List<Step.Show> shows, String pointer, List<Wording> all) {
        for (int i = 0; i < shows.size(); i++) {
            Step.Show show = shows.get(i);
            String place = pointer + "/" + i;
            if (show.label() != null) {
                all.add(new Wording(Role.LINE, show.label(), place + "/label", show.condition()));
            }
            all.add(new Wording(Role.CARD, show.text(), place + "/text", show.condition()));
        }
    }
}
