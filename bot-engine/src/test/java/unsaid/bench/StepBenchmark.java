package unsaid.bench;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import unsaid.dialogs.Shipped;
import unsaid.engine.Conversation;
import unsaid.engine.Engine;
import unsaid.engine.Event;
import unsaid.engine.Given;
import unsaid.engine.Log;
import unsaid.engine.Outcome;

/// What one step of the engine costs, on the shipped flow naming-fears.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StepBenchmark {
    private Engine engine;
    private Conversation atStart;
    private Event choice;
    private Conversation atMood;
    private Event scale;
    private Conversation atPick;
    private Event multi;
    private Log log;

    @Setup
    public void walkThere() {
        engine = Shipped.engine();
        var begun = played(engine.start("naming-fears", "en"));
        atStart = begun.conversation();
        choice = answer(begun, new Given.Chosen("yes", null));
        var mood = played(engine.advance(atStart, choice));
        atMood = mood.conversation();
        scale = answer(mood, new Given.Amount(5));
        var where = played(engine.advance(atMood, scale));
        var pick = played(engine.advance(where.conversation(), answer(where, new Given.Skipped())));
        atPick = pick.conversation();
        multi =
                answer(
                        pick,
                        new Given.Several(
                                java.util.List.of(
                                        new Given.Chosen("left", null),
                                        new Given.Chosen("enough", null))));
        log = played(engine.advance(atPick, multi)).conversation().log();
    }

    /// One option of four is chosen; the next question is a scale.
    @Benchmark
    public Outcome choice() {
        return engine.advance(atStart, choice);
    }

    /// A number is given; a branch looks at it; the next question has ten options.
    @Benchmark
    public Outcome scale() {
        return engine.advance(atMood, scale);
    }

    /// Two options of thirteen are chosen; three conditions are looked at.
    @Benchmark
    public Outcome multi() {
        return engine.advance(atPick, multi);
    }

    /// A log of four answers is walked again from the start, with its whole transcript.
    @Benchmark
    public Outcome resume() {
        return engine.resume(log);
    }

    private static Outcome.Played played(Outcome outcome) {
        return (Outcome.Played) outcome;
    }

    private static Event answer(Outcome.Played at, Given given) {
        return new Event.Answered(Objects.requireNonNull(at.turn().asks()).id(), given);
    }
}
