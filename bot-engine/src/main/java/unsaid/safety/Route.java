package unsaid.safety;

/// Where a danger leads: a step of the product's own flow `safety`. Most urgent first.
public enum Route {
    /// Danger at this moment, from somebody.
    NOW("now"),
    /// A medical emergency: overdose, injury.
    HURT("hurt"),
    /// Wanting to die, self-harm.
    SELFHARM("selfharm"),
    /// A child hurt, afraid or used as a threat.
    CHILD("child"),
    /// The visitor seems under 18.
    MINOR("minor"),
    /// Control or fear: asks, does not tell.
    SOFT("soft"),
    /// Own checking, controlling, hurting.
    OWN("own");

    private final String step;

    Route(String step) {
        this.step = step;
    }

    /// The id of the step in the flow `safety`.
    public String step() {
        return step;
    }
}
