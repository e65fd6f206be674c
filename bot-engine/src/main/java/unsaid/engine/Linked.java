package unsaid.engine;

import unsaid.flow.Step;

/// Where one bubble leads, if the visitor opens it.
///
/// @param say the bubble's place among those said with it, from 0
/// @param to written by the flow's author, whatever a visitor wrote
public record Linked(int say, Step.Link to) {}
