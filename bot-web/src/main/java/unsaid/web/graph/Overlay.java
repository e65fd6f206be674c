package unsaid.web.graph;

import java.util.Map;

/// What is shown on a drawing besides the flow itself: how well a step or an arrow is covered, or
/// how many people stop there.
///
/// @param steps step id → its mark
/// @param arrows id of an arrow → its mark
public record Overlay(Map<String, Mark> steps, Map<String, Mark> arrows) {
    /// Nothing but the flow.
    public static final Overlay NONE = new Overlay(Map.of(), Map.of());

    public Overlay {
        steps = Map.copyOf(steps);
        arrows = Map.copyOf(arrows);
    }

    /// How a mark looks; never told by colour alone.
    public enum Tone {
        FULL,
        PART,
        NONE
    }

    /// @param note a few characters in the corner of a step, such as `3/4`; may be empty
    /// @param words the same as a sentence, for the tooltip and for screen readers
    public record Mark(Tone tone, String note, String words) {}
}
