package unsaid.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Expression;
import unsaid.flow.Answer;
import unsaid.flow.Flag;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Step;
import unsaid.text.Message;

/// A flow made ready to run: steps in one row, names as slots, targets as indices, texts parsed.
///
/// @param flow what it was made from
/// @param nodes the steps in file order, loop bodies in line, each body closed by an [Act.Again]
/// @param index step id → its node
/// @param slots size of the array that holds the values of names
/// @param slotOf name → slot
/// @param options how many options the flow has, all questions together
/// @param enough node where "enough for today" leads, or -1
/// @param lull node of the lull, or -1
record Program(
        Flow flow,
        Node[] nodes,
        Map<String, Integer> index,
        int slots,
        Map<String, Integer> slotOf,
        int options,
        int enough,
        int lull) {

    /// Where to go: a node's index, or one of these.
    static final int RETURN = -1;

    static final int NEXT = -2;

    /// One step.
    ///
    /// @param at `flow/step`
    /// @param loops nodes of the `each` steps around it, outermost first
    record Node(
            String at,
            Step step,
            int[] loops,
            @Nullable Expression condition,
            Bubble[] says,
            Setting[] sets,
            Act act,
            Jump[] next) {

        /// Where it stands in a talk, as in [Entry#at].
        String place(@Nullable Loop loop) {
            return loop == null ? at : at + loop.path();
        }
    }

    /// @param link where its text leads; null: nowhere
    record Bubble(@Nullable Expression condition, Message text, Step.@Nullable Link link) {}

    /// @param option not null: the name takes this option, whatever the expression
    record Setting(int slot, Expression value, @Nullable Option option) {}

    /// @param condition null: always
    record Jump(@Nullable Expression condition, int to) {}

    record Line(@Nullable Expression condition, @Nullable Message label, Message text) {}

    /// What a node does.
    sealed interface Act {
        record Go() implements Act {}

        /// @param slot of the answer
        /// @param from the list that a rank, sort or pick is about; null for other kinds
        /// @param taps the answer's options (a sort's buckets), compiled; empty where it has none
        /// @param retry what to say to an answer that does not fit, in turn
        /// @param idle what to say after a silence; null: nothing
        /// @param fixed the question as it always is, when nothing in it depends on the talk
        record Ask(
                int slot,
                Message question,
                @Nullable Message hint,
                Answer answer,
                @Nullable Expression from,
                Tap[] taps,
                @Nullable Way skip,
                @Nullable Way unsure,
                Message[] retry,
                @Nullable Message idle,
                Line[] card,
                Question.@Nullable Wants fixed)
                implements Act {}

        record Each(
                int slot,
                Expression over,
                int item,
                int[] fields,
                List<String> fieldNames,
                int last)
                implements Act {}

        /// Closes the body of the `each` at node `head`.
        record Again(int head) implements Act {}

        record Call(String flow, Map<String, Expression> with) implements Act {}

        record End(Line[] card) implements Act {}
    }

    /// @param number counts the flow's options, for `times`
    /// @param shown how it is shown, where that is always the same
    /// @param go node or special; [Integer#MIN_VALUE]: where the step leads
    record Tap(
            Option option,
            int number,
            Message label,
            Question.@Nullable Tap shown,
            @Nullable Expression condition,
            int go,
            Setting[] sets) {
        static final int AS_STEP = Integer.MIN_VALUE;
    }

    /// @param go node or special; [Tap#AS_STEP]: where the step leads
    record Way(int go, @Nullable Flag flag) {}
}
