package unsaid.web.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jetty.JettyServerThreadPoolMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.eclipse.jetty.util.thread.ThreadPool;

/// All that is counted and timed. A tag's value is always the name of an enum's constant: nothing
/// from the wire, no id and no address can become one, and all series are there from the start.
/// Safe for use by any thread.
public final class Meters implements AutoCloseable {
    private static final String PREFIX = "unsaid.";
    private static final Duration[] STEPS =
            List.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000).stream()
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    /// Counts something of which there is only one kind.
    ///
    /// @param name after `unsaid.`, words with dots between them
    /// @return what to call each time
    public Runnable count(String name, String what) {
        Counter counter = Counter.builder(PREFIX + name).description(what).register(registry);
        return counter::increment;
    }

    /// Counts something by its kind.
    ///
    /// @param tag what the kind is called
    public <E extends Enum<E>> Tally<E> tally(
            String name, String what, String tag, Class<E> kinds) {
        return new Tally<>(
                kinds,
                kind ->
                        Counter.builder(PREFIX + name)
                                .description(what)
                                .tag(tag, word(kind))
                                .register(registry));
    }

    /// Times something of which there is only one kind.
    public Stopwatch stopwatch(String name, String what) {
        return stopwatch(timer(name, what));
    }

    /// Times something by its kind.
    public <E extends Enum<E>> Stopwatches<E> stopwatches(
            String name, String what, String tag, Class<E> kinds) {
        return new Stopwatches<>(kinds, kind -> stopwatch(timer(name, what).tag(tag, word(kind))));
    }

    private Stopwatch stopwatch(Timer.Builder builder) {
        Timer timer = builder.register(registry);
        return nanos -> timer.record(Duration.ofNanos(Math.max(0, nanos)));
    }

    private static Timer.Builder timer(String name, String what) {
        return Timer.builder(PREFIX + name).description(what).serviceLevelObjectives(STEPS);
    }

    /// Shows a number as it is whenever somebody looks.
    ///
    /// @param now must return at once, on any thread
    public void gauge(String name, String what, DoubleSupplier now) {
        Gauge.builder(PREFIX + name, now::getAsDouble).description(what).register(registry);
    }

    /// Shows the process: memory, collections, threads, processor, files, age.
    public void process() {
        List<MeterBinder> parts =
                List.of(
                        new JvmMemoryMetrics(),
                        collections,
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics());
        parts.forEach(part -> part.bindTo(registry));
    }

    /// Shows how busy the threads that serve visitors are.
    public void threads(ThreadPool pool) {
        new JettyServerThreadPoolMetrics(pool, List.of()).bindTo(registry);
    }

    /// All of it, in Prometheus's text format.
    public String text() {
        return registry.scrape();
    }

    private static String word(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
