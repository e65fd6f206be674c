package unsaid.web.session.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One connection used by one thread: statements of many callers are done in one transaction, and
/// all of them wait for its one flush to the disk. Statements take effect in the order they came;
/// each caller returns when its own is durable. Any thread may call.
///
/// Transactions are begun and ended by statements of our own: after a full disk SQLite rolls back
/// by itself, and the driver's `commit` and `rollback` would then believe in a transaction that is
/// not there.
final class GroupCommit {
    /// Statements in one transaction.
    static final int MOST_AT_ONCE = 256;

    /// Statements that may wait; more are refused after [#PATIENCE_SECONDS].
    static final int MOST_WAITING = 20_000;

    /// How long a caller waits for its turn and its flush.
    static final int PATIENCE_SECONDS = 5;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final BlockingQueue<Job<?>> jobs = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread writer;
    private volatile boolean closing;
    private volatile boolean well = true;

    /// Something to do with a prepared statement.
    interface Work<R extends @Nullable Object> {
        R run(PreparedStatement statement) throws SQLException;
    }

    /// @param connection with auto-commit; this class closes it
    GroupCommit(Connection connection) {
        this.connection = connection;
        this.writer = Thread.ofPlatform().name("store").daemon().start(this::run);
    }

    boolean isWell() {
        return well && !closing && writer.isAlive();
    }

    /// Does `work` and returns its result once it is durable.
    ///
    /// @throws StoreException if it was not done, or not in time; then it may still be done later,
    ///   but before everything that is asked for after this
    <R extends @Nullable Object> R write(String sql, Work<R> work) {
        Job<R> job = new Job<>(sql, work, new CompletableFuture<>());
        try {
            if (closing || !jobs.offer(job, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new StoreException(closing ? "the store is closed" : "too much is waiting");
            }
            return job.done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted", e);
        } catch (TimeoutException e) {
            throw new StoreException("the disk is slow", e);
        } catch (ExecutionException e) {
            throw new StoreException("the disk refused", e);
        }
    }

    private void run() {
        List<Job<?>> batch = new ArrayList<>();
        while (true) {
            batch.clear();
            try {
                Job<?> first = jobs.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    if (closing) {
                        return;
                    }
                    continue;
                }
                batch.add(first);
                jobs.drainTo(batch, MOST_AT_ONCE - 1);
                commit(batch);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void commit(List<Job<?>> batch) {
        try {
            statement("BEGIN IMMEDIATE").execute();
            for (Job<?> job : batch) {
                job.run(statement(job.sql));
            }
            statement("COMMIT").execute();
            well = true;
        } catch (SQLException | RuntimeException e) {
            well = false;
            rollback();
            batch.forEach(job -> job.done.completeExceptionally(e));
            return;
        }
        batch.forEach(Job::complete);
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    /// Also lets go of all statements: the driver's are of no use after a failure.
    private void rollback() {
        for (PreparedStatement each : prepared.values()) {
            try {
                each.close();
            } catch (SQLException e) {
                // It is let go of anyway.
            }
        }
        prepared.clear();
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself; the next batch tells whether all is well again.
        }
    }

    /// Finishes what waits, then closes the connection.
    void close() {
        closing = true;
        try {
            writer.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            // All that was promised has been flushed already.
        }
    }

    private static final class Job<R extends @Nullable Object> {
        private final String sql;
        private final Work<R> work;
        private final CompletableFuture<R> done;
        private @Nullable R result;

        private Job(String sql, Work<R> work, CompletableFuture<R> done) {
            this.sql = sql;
            this.work = work;
            this.done = done;
        }

        private void run(PreparedStatement statement) throws SQLException {
            result = work.run(statement);
        }

        @SuppressWarnings("NullAway") // null where R may be null
        private void complete() {
            done.complete(result);
        }
    }
}
