package unsaid.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import unsaid.text.Message.Gap;

/// Looks for what a text needs.
final class Gaps {
    private Gaps() {}

    static List<Gap> of(List<Part> parts) {
        List<Gap> gaps = new ArrayList<>(0);
        in(parts, Set.of(), gaps);
        return List.copyOf(gaps);
    }

    /// @param settled slots that surely hold something here
    private static void in(List<Part> parts, Set<Integer> settled, List<Gap> gaps) {
        for (Part part : parts) {
            switch (part) {
                case Part.Answer answer -> {
                    if (!answer.covered() && !settled.contains(answer.slot())) {
                        gaps.add(new Gap(answer.written(), answer.slot()));
                    }
                }
                case Part.Phrase(var cases) -> phrase(cases, settled, gaps);
                case Part.Plural(_, _, var exact, var keywords) -> {
                    exact.values().forEach(inner -> in(inner, settled, gaps));
                    keywords.values().forEach(inner -> in(inner, settled, gaps));
                }
                case Part.Select(int slot, var cases) ->
                        cases.forEach((key, inner) ->
                                in(
                                        inner,
                                        key.equals("other") ? settled : with(settled, Set.of(slot)),
                                        gaps));
                case Part.Literal _, Part.Product _, Part.Hash _ -> {}
            }
        }
    }

    private static void phrase(List<Part.Phrase.Case> cases, Set<Integer> settled, List<Gap> gaps) {
        Set<Integer> here = settled;
        for (Part.Phrase.Case each : cases) {
            var condition = each.condition();
            in(
                    each.text().parts(),
                    condition == null ? here : with(here, condition.settled(true)),
                    gaps);
            here = condition == null ? here : with(here, condition.settled(false));
        }
    }

    private static Set<Integer> with(Set<Integer> a, Set<Integer> b) {
        Set<Integer> all = new HashSet<>(a);
        all.addAll(b);
        return all;
    }

    static void slots(List<Part> parts, IntConsumer slots) {
        for (Part part : parts) {
            switch (part) {
                case Part.Answer answer -> slots.accept(answer.slot());
                case Part.Phrase(var cases) ->
                        cases.forEach(each -> {
                            if (each.condition() != null) {
                                each.condition().slots().forEach(slots::accept);
                            }
                            slots(each.text().parts(), slots);
                        });
                case Part.Plural(int slot, _, var exact, var keywords) -> {
                    slots.accept(slot);
                    exact.values().forEach(inner -> slots(inner, slots));
                    keywords.values().forEach(inner -> slots(inner, slots));
                }
                case Part.Select(int slot, var cases) -> {
                    slots.accept(slot);
                    cases.values().forEach(inner -> slots(inner, slots));
                }
                case Part.Hash(int slot, _) -> slots.accept(slot);
                case Part.Literal _, Part.Product _ -> {}
            }
        }
    }
}
