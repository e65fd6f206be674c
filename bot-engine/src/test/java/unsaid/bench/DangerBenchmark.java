package unsaid.bench;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import unsaid.flow.Flag;
import unsaid.safety.Danger;

/// What it costs to look for danger in what somebody has typed: a few ordinary sentences, the
/// longest text there may be, and one made to be slow.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DangerBenchmark {
    private static final String ORDINARY =
            "We have been together for nine years and lately we only talk about the house. "
                    + "I feel lonely when he comes home late, and I do not know how to say it. ";

    private static final String SLOW = "he she they my i will kill if when threatens ";

    @Param({"ordinary", "longest", "hostile"})
    String kind;

    @Benchmark
    public Set<Flag> scan() {
        return Danger.ofAll().scan(text());
    }

    private String text() {
        return switch (kind) {
            case "ordinary" -> ORDINARY;
            case "longest" -> ORDINARY.repeat(Danger.TEXT_LIMIT / ORDINARY.length());
            default -> SLOW.repeat(Danger.TEXT_LIMIT / SLOW.length());
        };
    }
}
