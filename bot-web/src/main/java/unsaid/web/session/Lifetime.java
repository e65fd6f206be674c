package unsaid.web.session;

import java.time.Duration;

/// How long conversations stay, and how many.
///
/// @param rest time without a turn after which its words are dropped from memory; they stay,
///   sealed, in the store
/// @param idle time without a turn after which one is forgotten
/// @param longest time after its beginning at which one is forgotten, whatever happens
/// @param kept time for which one is kept after its visitor asked for that
/// @param most conversations open in this server at a time; beyond that no more are taken up,
///   rather than one dropped
public record Lifetime(Duration rest, Duration idle, Duration longest, Duration kept, long most) {
    public static final Lifetime DEFAULT =
            new Lifetime(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(30),
                    Duration.ofHours(12),
                    Duration.ofDays(30),
                    10_000);

    public Lifetime {
        if (!rest.isPositive() || !idle.isPositive() || longest.compareTo(idle) < 0 || most < 1) {
            throw new IllegalArgumentException(
                    "rest, idle and most must be positive, and longest not below idle");
        }
        if (kept.compareTo(longest) < 0) {
            throw new IllegalArgumentException("kept must not be below longest");
        }
    }
}
