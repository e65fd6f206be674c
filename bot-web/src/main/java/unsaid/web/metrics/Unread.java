package unsaid.web.metrics;

import java.util.Map;
import java.util.function.DoubleSupplier;
import org.eclipse.jetty.util.thread.ThreadPool;

/// Counts nothing.
final class Unread implements Meters {
    @Override
    public Runnable count(String name, String what) {
        return () -> {};
    }

    @Override
    public <E extends Enum<E>> Tally<E> tally(
            String name, String what, String tag, Class<E> kinds) {
        return new Tally<E>(Map.of());
    }

    @Override
    public Tens tens(String name, String what, String... tags) {
        return _ -> {};
    }

    @Override
    public Stopwatch stopwatch(String name, String what) {
        return _ -> {};
    }

    @Override
    public <E extends Enum<E>> Stopwatches<E> stopwatches(
            String name, String what, String tag, Class<E> kinds) {
        return new Stopwatches<E>(Map.of());
    }

    @Override
    public void gauge(String name, String what, DoubleSupplier now) {
        // nobody looks
    }

    @Override
    public void process() {
        // nobody looks
    }

    @Override
    public void threads(ThreadPool pool) {
        // nobody looks
    }

    @Override
    public String text() {
        return "";
    }

    @Override
    public void close() {
        // there is nothing to end
    }
}
