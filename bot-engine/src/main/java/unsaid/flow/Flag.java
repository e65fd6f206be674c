package unsaid.flow;

/// What an answer says about danger.
///
/// @param family which kind
/// @param hint true where the flow itself asks more before help is offered (written `fear?`): it is
///   remembered and counted, but does not interrupt by itself
public record Flag(Family family, boolean hint) {

    /// The kinds of danger the product knows, with the codes of its safety rules.
    public enum Family {
        /// S1: wanting to die, self-harm.
        SELFHARM("selfharm"),
        /// S2: danger at this moment.
        DANGER_NOW("danger-now"),
        /// S2: hit, choked, threatened, locked in.
        VIOLENCE("violence"),
        /// S2: forced sex.
        SEXUAL("sexual"),
        /// S3: rules about where to go and whom to see.
        RESTRICT("restrict"),
        /// S3: phone, place or time is watched.
        MONITOR("monitor"),
        /// S3: money withheld or controlled.
        MONEY("money"),
        /// S3: cut off from friends and family.
        ISOLATE("isolate"),
        /// S3: ugly names, put-downs.
        DEGRADE("degrade"),
        /// S3: blamed for what did not happen.
        ACCUSE("accuse"),
        /// S3: the partner threatens to hurt themself.
        THREATEN_SELF("threaten-self"),
        /// S4: afraid of the partner.
        FEAR("fear"),
        /// S5: own checking, controlling, hurting.
        OWN("own"),
        /// S6: a child hurt, afraid or used as a threat.
        CHILD("child"),
        /// S7: the visitor seems under 18.
        MINOR("minor"),
        /// S8: overdose, injury, medical emergency.
        EMERGENCY("emergency");

        private final String word;

        Family(String word) {
            this.word = word;
        }

        /// As written in a flow file.
        public String word() {
            return word;
        }
    }
}
