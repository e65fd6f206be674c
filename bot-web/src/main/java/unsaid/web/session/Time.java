package unsaid.web.session;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// The time of day as it was at the start, and what has passed since by a clock that never jumps:
/// when somebody sets the machine's clock, no conversation expires early and none stays for ever.
/// Any thread may use it.
public final class Time {
    private final LongSupplier nanos;
    private final long origin;
    private final long millis;

    /// @param nanos a clock in nanoseconds that never goes back
    /// @param millis the time now, in milliseconds since 1970
    public Time(LongSupplier nanos, long millis) {
        this.nanos = nanos;
        this.origin = nanos.getAsLong();
        this.millis = millis;
    }

    long nanos() {
        return nanos.getAsLong();
    }

    /// Milliseconds since 1970.
    long millis() {
        return millis + TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - origin);
    }

    /// The day (UTC) of a time in milliseconds since 1970.
    static LocalDate day(long millis) {
        return LocalDate.ofEpochDay(Math.floorDiv(millis, TimeUnit.DAYS.toMillis(1)));
    }
}
