package unsaid.bench;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import unsaid.check.Checker;
import unsaid.check.Tone;
import unsaid.engine.Library;
import unsaid.flow.Finding;
import unsaid.flow.Flow;
import unsaid.format.Dialogs;
import unsaid.safety.Helplines;

/// What it costs to read a very long flow and to check it: questions of five kinds, branches,
/// placeholders with and without fallbacks, loops and ways back.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class CheckBenchmark {
    @Param({"10000", "100000"})
    int steps;

    private Map<String, String> files;
    private Flow flow;
    private Helplines helplines;
    private Library.Compiled compiled;

    @Setup
    public void write() {
        files = Map.of("long/flow.json", Generated.flow(steps));
        Dialogs.Loaded loaded = Dialogs.read(files, Dialogs.PRIVACY);
        helplines = Objects.requireNonNull(loaded.helplines());
        flow = Objects.requireNonNull(Objects.requireNonNull(loaded.library()).flow("long"));
        compiled = Library.compile(List.of(flow), helplines, Dialogs.PRIVACY);
    }

    /// From the file's text to all findings: reading, places, making ready to run, checking.
    @Benchmark
    public Dialogs.Loaded load() {
        return Dialogs.read(files, Dialogs.PRIVACY);
    }

    /// Making ready to run: names, types, conditions, texts.
    @Benchmark
    public Library.Compiled compile() {
        return Library.compile(List.of(flow), helplines, Dialogs.PRIVACY);
    }

    /// The check alone, of a flow that was read.
    @Benchmark
    public List<Finding> check() {
        return Checker.of(
                flow, Objects.requireNonNull(compiled.readings().get("long")), Tone.DEFAULT, true);
    }
}
