package unsaid.web.load;

/// What was acknowledged, and what became of it. For one thread.
///
/// Replies that were not what they had to be go to the [Faults]: what was acknowledged and is gone
/// is [Faults.Kind#MISSING], a turn each.
final class Ledger {
    private final Faults faults;
    private long acknowledged;
    private long talks;
    private long countedBefore;
    private long countedNow;

    Ledger(Faults faults) {
        this.faults = faults;
    }

    Faults faults() {
        return faults;
    }

    /// A turn's reply came, and was the right one.
    void acknowledge() {
        acknowledged++;
    }

    long acknowledged() {
        return acknowledged;
    }

    /// A talk came to its end, and its summary held each answer once.
    void end() {
        talks++;
    }

    long talks() {
        return talks;
    }

    /// A frame that had got no reply was sent again.
    ///
    /// @param before whether it had counted the first time
    void sentAgain(boolean before) {
        if (before) {
            countedBefore++;
        } else {
            countedNow++;
        }
    }

    /// Frames sent again that had counted the first time.
    long countedBefore() {
        return countedBefore;
    }

    /// Frames sent again that counted then.
    long countedNow() {
        return countedNow;
    }

    /// Turns that had been acknowledged are gone.
    void lose(int turns, String what) {
        for (int i = 0; i < turns; i++) {
            faults.add(Faults.Kind.MISSING, what);
        }
    }
}
