package unsaid.web.metrics;

import java.util.function.DoubleSupplier;
import org.eclipse.jetty.util.thread.ThreadPool;

/// All that is counted and timed. A tag's value is always the name of an enum's constant: nothing
/// from the wire, no id and no address can become one, and all series are there from the start.
/// What is counted in [#tens] has names from the owner's files. Safe for use by any thread.
public interface Meters extends AutoCloseable {
    /// Where nobody reads them, nothing is counted.
    Meters UNREAD = new Unread();

    /// Counts something of which there is only one kind.
    ///
    /// @param name after `unsaid.`, words with dots between them
    /// @return what to call each time
    Runnable count(String name, String what);

    /// Counts something by its kind.
    ///
    /// @param tag what the kind is called
    <E extends Enum<E>> Tally<E> tally(String name, String what, String tag, Class<E> kinds);

    /// Counts something in whole tens. Nothing of it is there before the tenth.
    ///
    /// @param tags what the values are called
    Tens tens(String name, String what, String... tags);

    /// Times something of which there is only one kind.
    Stopwatch stopwatch(String name, String what);

    /// Times something by its kind.
    <E extends Enum<E>> Stopwatches<E> stopwatches(
            String name, String what, String tag, Class<E> kinds);

    /// Shows a number as it is whenever somebody looks.
    ///
    /// @param now must return at once, on any thread
    void gauge(String name, String what, DoubleSupplier now);

    /// Shows the process: memory, collections, threads, processor, files, age.
    void process();

    /// Shows how busy the threads that serve visitors are.
    void threads(ThreadPool pool);

    /// All of it, in Prometheus's text format.
    String text();

    @Override
    void close();
}
