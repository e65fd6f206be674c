package unsaid.web.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/// What one round of turns took.
///
/// @param cpu processor time of the server
/// @param took time on the clock
/// @param nanos how long replies took
record Round(long turns, Duration cpu, Duration took, Histogram nanos) {
    private static final double MICRO = 1e3;
    private static final double MILLI = 1e6;

    double cpuMicros() {
        return cpu.toNanos() / MICRO / turns;
    }

    double perSecond() {
        return turns * 1e9 / took.toNanos();
    }

    double millis(double percentile) {
        return nanos.getValueAtPercentile(percentile) / MILLI;
    }

    static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        return median(rounds.stream().mapToDouble(value).toArray());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// All rounds as one; their latencies together.
    static Round sum(List<Round> rounds) {
        Histogram all = rounds.getFirst().nanos().copy();
        rounds.subList(1, rounds.size()).forEach(round -> all.add(round.nanos()));
        return new Round(
                rounds.stream().mapToLong(Round::turns).sum(),
                rounds.stream().map(Round::cpu).reduce(Duration.ZERO, Duration::plus),
                rounds.stream().map(Round::took).reduce(Duration.ZERO, Duration::plus),
                all);
    }
}
