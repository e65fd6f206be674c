package unsaid.web.turn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Given;
import unsaid.engine.Question.Wants;

/// Gives a value from a frame the kind that the open question wants. Whether it fits is for the
/// engine.
final class Fitting {
    private Fitting() {}

    static Given to(@Nullable Wants wants, Given given) {
        return switch (wants) {
            case Wants.Text _, Wants.Date _ -> written(given);
            case Wants.Texts _ -> lines(given);
            case null -> given;
            case Wants.Choice _, Wants.Multi _, Wants.YesNo _, Wants.Confirm _ -> given;
            case Wants.Scale _, Wants.Number _, Wants.Rank _, Wants.Sort _, Wants.Pick _ -> given;
        };
    }

    private static Given written(Given given) {
        return given instanceof Given.Chosen(String text, var added) && added == null
                ? new Given.Written(text)
                : given;
    }

    private static Given lines(Given given) {
        return given instanceof Given.Several(List<Given.Chosen> all)
                        && all.stream().allMatch(each -> each.text() == null)
                ? new Given.Lines(all.stream().map(Given.Chosen::key).toList())
                : given;
    }
}
