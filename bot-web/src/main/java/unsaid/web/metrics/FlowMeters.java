package unsaid.web.metrics;

import java.util.function.IntSupplier;

/// What there is to talk about, and how its changes went. Safe for use by any thread.
public final class FlowMeters {
    private final Tally<Reload> reloads;

    enum Reload {
        DONE,
        FAILED
    }

    /// @param flows how many there are now
    /// @param unconfirmedHelplines how many helplines the owner has not checked
    public FlowMeters(Meters meters, IntSupplier flows, IntSupplier unconfirmedHelplines) {
        meters.gauge("flows", "Flows that can be talked about.", flows::getAsInt);
        meters.gauge(
                "helplines.unconfirmed",
                "Helplines that the owner has not confirmed.",
                unconfirmedHelplines::getAsInt);
        reloads =
                meters.tally(
                        "flow.reloads", "Changes of the dialogs' folder.", "result", Reload.class);
    }

    /// The dialogs were read anew, and are used from now on.
    public void reloaded() {
        reloads.count(Reload.DONE);
    }

    /// The dialogs had an error; those from before stay.
    public void reloadFailed() {
        reloads.count(Reload.FAILED);
    }
}
