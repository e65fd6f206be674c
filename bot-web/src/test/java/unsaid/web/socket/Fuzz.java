package unsaid.web.socket;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import unsaid.engine.Engine;
import unsaid.engine.Library;
import unsaid.format.Dialogs;
import unsaid.web.catalog.Catalog;
import unsaid.web.metrics.Meters;
import unsaid.web.session.Bucket;
import unsaid.web.session.Conversations;
import unsaid.web.session.Lifetime;
import unsaid.web.session.Time;
import unsaid.web.session.store.MemoryStore;
import unsaid.web.turn.Turns;

/// Throws frames at codec, rules and store, and flow files at the loader. Everything follows from
/// the seed: input number `i` has the seed `first + i` (for a frame: its talk's).
final class Fuzz {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern ID = Pattern.compile("\"id\":\"[A-Za-z0-9._:-]{1,64}\"}$");
    private static final int LIMIT = 16 << 10;
    private static final int TALK = 100;
    private static final int TOLD = 20;
    private static final Bucket.Rate ENDLESS = new Bucket.Rate(Integer.MAX_VALUE, 1e12);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String SMALL =
            """
            {"flow": "small", "version": 1, "language": "en", "title": "Small", "steps": [
              {"id": "mood", "say": ["Hello."], "ask": "How heavy?", "answer": {"type": "scale", "min": 0, "max": 10},
               "next": [{"if": "mood >= 7", "go": "names"}, {"else": "when"}]},
              {"id": "when", "ask": "Since when?", "answer": {"type": "date"}},
              {"id": "names", "ask": "Name some.", "answer": {"type": "list", "of": "text", "max": 3}},
              {"id": "most", "ask": "Which first?", "answer": {"type": "rank", "from": "names"}},
              {"id": "said", "say": "{names, plural, one {One.} other {#: {names}.}}", "if": "names is set"},
              {"id": "end", "end": "done", "say": ["Goodbye."], "show": [{"if": "names is set", "label": "All", "text": "{names}"}]}]}
            """;

    private final List<String> failures = new ArrayList<>();

    /// What came of a run.
    ///
    /// @param took inputs that were understood: frames that were answered by more than a problem,
    ///   files without an error
    /// @param most bytes that one input made the server allocate
    /// @param mean the same on average
    /// @param slowest seed of the input that took longest
    record Figures(
            String what,
            long count,
            long took,
            long most,
            long mean,
            Duration time,
            long slowest,
            Duration longest) {
        @Override
        public String toString() {
            return "%,d %s in %.1f s; understood %,d; allocated %,d bytes each, at most %,d; longest %d ms (seed %d)"
                    .formatted(
                            count,
                            what,
                            time.toMillis() / 1e3,
                            took,
                            mean,
                            most,
                            longest.toMillis(),
                            slowest);
        }
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    public static void main(String[] arguments) throws IOException {
        int frames = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int files = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        Path dialogs = Path.of(arguments.length > 3 ? arguments[3] : "dialogs");
        Fuzz fuzz = new Fuzz();
        System.out.println(
                "seed "
                        + seed
                        + ", heap at most "
                        + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MB");
        System.out.println(fuzz.frames(Catalog.load(dialogs), frames, seed));
        System.out.println(fuzz.files(dialogs, files, seed));
        fuzz.failures.forEach(System.out::println);
        System.out.println(fuzz.failures.size() + " failures");
        System.exit(fuzz.failures.isEmpty() ? 0 : 1);
    }

    Figures frames(Catalog catalog, int count, long seed) {
        AtomicLong nanos = new AtomicLong();
        Conversations conversations =
                new Conversations(
                        new MemoryStore(),
                        new Lifetime(
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(30),
                                Duration.ofHours(12),
                                Duration.ofDays(30),
                                500),
                        new Time(nanos::get, 0),
                        log ->
                                new Conversations.Revived(
                                        catalog.engine(), catalog.engine().resume(log)));
        FrameCodec codec = new FrameCodec(LIMIT);
        Desk desk =
                new Desk(
                        codec,
                        new Turns(catalog::engine, conversations, codec::encode),
                        new Desk.Rates(ENDLESS, ENDLESS, ENDLESS, ENDLESS, ENDLESS),
                        nanos::get,
                        new FrameMeters(Meters.UNREAD, () -> {}));
        Meter meter = new Meter();
        for (int talk = 0; talk * TALK < count; talk++) {
            talk(desk, seed + talk, Math.min(TALK, count - talk * TALK), meter);
            nanos.addAndGet(Duration.ofSeconds(10).toNanos());
            conversations.tidy();
        }
        return meter.figures("frames");
    }

    private void talk(Desk desk, long seed, int frames, Meter meter) {
        FrameMaker maker = new FrameMaker(new SplittableRandom(seed));
        Visitor visitor = desk.visitor("192.0.2.1");
        JsonNode turn =
                last(
                        visitor.receive(
                                "{\"type\":\"start\",\"agreed\":true,\"id\":\"f0\",\"flow\":\"naming-fears\",\"language\":\"en\"}"));
        for (int i = 0; i < frames; i++) {
            String frame = maker.frame(turn);
            List<String> replies = List.of();
            meter.begin();
            try {
                replies = visitor.receive(frame);
            } catch (Throwable e) {
                failed("frame", seed, e);
            }
            meter.end(
                    seed,
                    replies.stream().anyMatch(each -> !each.startsWith("{\"type\":\"problem\"")));
            judge(seed, replies);
            turn = next(turn, last(replies));
        }
    }

    /// A reply never repeats what was written, but for a frame's id.
    private void judge(long seed, List<String> replies) {
        if (replies.isEmpty()) {
            note("frame, seed " + seed + ": no reply");
        }
        for (String reply : replies) {
            if (reply.startsWith("{\"type\":\"problem\"")
                    && ID.matcher(reply).replaceFirst("").contains(FrameMaker.WORDS)) {
                note("frame, seed " + seed + ": a problem repeats what was written");
            }
        }
    }

    private static JsonNode next(JsonNode turn, JsonNode reply) {
        boolean gone =
                reply.path("type").asString("").equals("erased")
                        || reply.path("code").asString("").equals("unknown-conversation");
        return gone ? JSON.createObjectNode() : reply.has("ask") ? reply : turn;
    }

    private static JsonNode last(List<String> replies) {
        return replies.isEmpty() ? JSON.createObjectNode() : JSON.readTree(replies.getLast());
    }

    Figures files(Path dialogs, int count, long seed) throws IOException {
        FlowMaker maker = FlowMaker.of(dialogs, Map.of("small/flow.json", SMALL));
        Meter meter = new Meter();
        for (int i = 0; i < count; i++) {
            Map<String, String> folder = maker.folder(new SplittableRandom(seed + i));
            boolean sound = false;
            meter.begin();
            try {
                Library library = Dialogs.read(folder, Dialogs.PRIVACY).library();
                sound = library != null;
                if (library != null) {
                    Engine engine = Engine.of(library);
                    library.flows().forEach(flow -> engine.start(flow, "en"));
                }
            } catch (Throwable e) {
                failed("file", seed + i, e);
            }
            meter.end(seed + i, sound);
        }
        return meter.figures("flow files");
    }

    private void failed(String what, long seed, Throwable e) {
        note(
                what
                        + ", seed "
                        + seed
                        + ": "
                        + e.getClass().getName()
                        + Arrays.stream(e.getStackTrace())
                                .limit(8)
                                .map(each -> "\n    " + each)
                                .collect(Collectors.joining()));
    }

    private void note(String failure) {
        if (failures.size() < TOLD) {
            failures.add(failure);
        }
    }

    /// Counts, time and memory.
    private static final class Meter {
        private final long start = System.nanoTime();
        private final long thread = Thread.currentThread().threadId();
        private long count;
        private long took;
        private long most;
        private long all;
        private long slowest;
        private long longest;
        private long bytes;
        private long at;

        void begin() {
            bytes = THREADS.getThreadAllocatedBytes(thread);
            at = System.nanoTime();
        }

        void end(long seed, boolean understood) {
            long time = System.nanoTime() - at;
            long allocated = THREADS.getThreadAllocatedBytes(thread) - bytes;
            count++;
            took += understood ? 1 : 0;
            most = Math.max(most, allocated);
            all += allocated;
            if (time > longest) {
                longest = time;
                slowest = seed;
            }
        }

        Figures figures(String what) {
            return new Figures(
                    what,
                    count,
                    took,
                    most,
                    all / Math.max(1, count),
                    Duration.ofNanos(System.nanoTime() - start),
                    slowest,
                    Duration.ofNanos(longest));
        }
    }
}
