package unsaid.web.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import org.eclipse.jetty.util.thread.ThreadPool;

/// Meters that are read in Prometheus's text format.
public final class Prometheus implements Meters {
    private static final String PREFIX = "unsaid.";
    private static final Duration[] STEPS =
            List.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000).stream()
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    @Override
    public Runnable count(String name, String what) {
        Counter counter = Counter.builder(PREFIX + name).description(what).register(registry);
        return counter::increment;
    }

    @Override
    public <E extends Enum<E>> Tally<E> tally(
            String name, String what, String tag, Class<E> kinds) {
        return Tally.of(
                kinds,
                kind ->
                        Counter.builder(PREFIX + name)
                                        .description(what)
                                        .tag(tag, word(kind))
                                        .register(registry)
                                ::increment);
    }

    @Override
    public Tens tens(String name, String what, String... tags) {
        Map<List<String>, AtomicLong> counts = new ConcurrentHashMap<>();
        return values -> {
            List<String> named = List.of(values);
            AtomicLong count = counts.computeIfAbsent(named, _ -> new AtomicLong());
            if (count.incrementAndGet() == Tens.TEN) {
                show(name, what, tags, named, count);
            }
        };
    }

    private void show(
            String name, String what, String[] tags, List<String> values, AtomicLong count) {
        List<Tag> all = new ArrayList<>();
        for (int i = 0; i < tags.length; i++) {
            all.add(Tag.of(tags[i], values.get(i)));
        }
        FunctionCounter.builder(PREFIX + name, count, now -> now.get() / Tens.TEN * Tens.TEN)
                .description(what)
                .tags(all)
                .register(registry);
    }

    @Override
    public Stopwatch stopwatch(String name, String what) {
        return stopwatch(timer(name, what));
    }

    @Override
    public <E extends Enum<E>> Stopwatches<E> stopwatches(
            String name, String what, String tag, Class<E> kinds) {
        return Stopwatches.of(kinds, kind -> stopwatch(timer(name, what).tag(tag, word(kind))));
    }

    private Stopwatch stopwatch(Timer.Builder builder) {
        Timer timer = builder.register(registry);
        return nanos -> timer.record(Duration.ofNanos(Math.max(0, nanos)));
    }

    private static Timer.Builder timer(String name, String what) {
        return Timer.builder(PREFIX + name).description(what).serviceLevelObjectives(STEPS);
    }

    @Override
    public void gauge(String name, String what, DoubleSupplier now) {
        Gauge.builder(PREFIX + name, now::getAsDouble).description(what).register(registry);
    }

    @Override
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

    @Override
    public void threads(ThreadPool pool) {
        new JettyServerThreadPoolMetrics(pool, List.of()).bindTo(registry);
    }

    @Override
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
