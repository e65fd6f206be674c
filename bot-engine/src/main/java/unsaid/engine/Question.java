package unsaid.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Option.Act;
import unsaid.flow.Step;

/// An open question: everything a widget needs to draw its input.
///
/// @param id names this asking of it; an answer says which one it is for
/// @param at its place, as in [Entry#at]
/// @param text the question
/// @param hint a line under it; null: none
/// @param isPrivate never to be kept in statistics or links
/// @param onlyTaps nothing can be written now; what `wants` says is to be tapped or skipped
/// @param wants the kind of answer with its limits
/// @param earlier the answer given before, when it is asked again; null: none
/// @param idle what to say after a silence; null: nothing
public record Question(
        String id,
        String at,
        String text,
        @Nullable String hint,
        boolean isPrivate,
        boolean onlyTaps,
        Wants wants,
        @Nullable Given earlier,
        Step.@Nullable Idle idle) {

    /// The kinds of answer, as asked: texts in the visitor's language, hidden options left out.
    public sealed interface Wants {
        record Choice(List<Tap> options) implements Wants {}

        record Multi(List<Tap> options, int min, int max) implements Wants {}

        record YesNo(List<Tap> options) implements Wants {}

        record Confirm(List<Tap> options) implements Wants {}

        record Scale(int min, int max, int step, Map<Integer, String> labels) implements Wants {}

        record Number(
                @Nullable Double min, @Nullable Double max, boolean whole, @Nullable String unit)
                implements Wants {}

        record Date(@Nullable String min, @Nullable String max) implements Wants {}

        record Text(int length, @Nullable String placeholder) implements Wants {}

        record Texts(
                int min,
                int max,
                int length,
                @Nullable String another,
                @Nullable String placeholder)
                implements Wants {}

        record Rank(List<Tap> items, int top) implements Wants {}

        record Sort(List<Tap> items, List<Tap> buckets) implements Wants {}

        record Pick(List<Tap> items, int min, int max) implements Wants {}
    }

    /// Something to tap.
    ///
    /// @param value what the answer says
    /// @param more shown on request only
    /// @param text longest text in characters that may be added; 0: none
    /// @param act what the widget does when it is chosen; null: nothing
    public record Tap(String value, String label, boolean more, int text, @Nullable Act act) {}
}
