package unsaid.web.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import unsaid.web.Beside;

/// People talk to the server as it is shipped, in a process of its own that logs all it can; then
/// every file it has written or may write to is searched, while it runs.
@Timeout(120)
@Beside
class NoTraceTest {
    private static final Path DIALOGS = Path.of("..", "dialogs");
    private static final int TALKS = 36;
    private static final int VISITORS = 12;
    private static final int TURNS = 400;
    private static final String SIGN = " #";

    /// What is shorter may stand in a file of random bytes by chance.
    private static final int LONG = 8;

    private static final int FEWEST = 10;

    @Test
    @EnabledOnOs(OS.LINUX)
    void noFileOfARunningServerHoldsAWordOfAnybody(@TempDir Path folder) throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Programs programs =
                Programs.of(
                        DIALOGS,
                        List.of("-Djava.io.tmpdir=" + temporary),
                        List.of("log.level=debug", "log.format=json", "store=sqlite:talks.db"));
        List<Script> scripts = new Scripts(DIALOGS).many(TALKS);
        ArrayDeque<Script> waiting = new ArrayDeque<>(scripts);
        Faults faults = new Faults();
        List<Talker> talkers =
                IntStream.range(0, VISITORS)
                        .mapToObj(number -> new Talker("n" + number, waiting, faults))
                        .toList();
        try (Side side = new Side(programs.unsaid(folder), faults)) {
            side.connect(talkers);
            assertEquals(TURNS, side.play(new ClosedLoop(TURNS), talkers).turns());
            Set<Path> files = files(folder);
            Set<Path> open = open(side.server().pid());
            assertTrue(files.contains(folder.resolve("talks.db-wal")), files.toString());
            assertTrue(open.contains(folder.resolve("talks.db-wal").toRealPath()), open.toString());
            files.addAll(open);
            assertNoneHolds(files, words(scripts));
        }
        assertFalse(faults.any(), faults.toString());
    }

    private static Set<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return new TreeSet<>(all.filter(Files::isRegularFile).toList());
        }
    }

    /// Files that a process has open to write to, or has in its memory shared and to be written.
    /// One that has been removed since is read through the process.
    private static Set<Path> open(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        Set<Path> open = new HashSet<>();
        try (Stream<Path> all = Files.list(process.resolve("fd"))) {
            for (Path each : all.toList()) {
                Path info = process.resolve("fdinfo").resolve(each.getFileName());
                if (Files.isRegularFile(each) && mayWrite(Files.readString(info))) {
                    Path file = Files.readSymbolicLink(each);
                    open.add(Files.exists(file) ? file : each);
                }
            }
        }
        for (String line : Files.readAllLines(process.resolve("maps"))) {
            String[] parts = line.split(" +", 6);
            if (parts.length == 6
                    && parts[1].equals("rw-s")
                    && Files.isRegularFile(Path.of(parts[5]))) {
                open.add(Path.of(parts[5]));
            }
        }
        return open;
    }

    private static boolean mayWrite(String info) {
        String flags =
                info.lines().filter(line -> line.startsWith("flags:")).findFirst().orElseThrow();
        return !flags.endsWith("0"); // the last octal digit: 0 reads only, 1 writes, 2 does both
    }

    /// All that is written in words by visitors: it carries a sign.
    private static Set<String> words(List<Script> scripts) {
        Set<String> words = new TreeSet<>();
        scripts.forEach(script ->
                script.exchanges()
                        .forEach(each -> {
                            String frame = each.frame().with("f");
                            JsonNode value = JsonMapper.shared().readTree(frame).path("value");
                            List<JsonNode> all = new ArrayList<>(List.of(value));
                            value.forEach(all::add);
                            all.stream()
                                    .map(one -> one.asString(""))
                                    .filter(text -> text.contains(SIGN) && text.length() >= LONG)
                                    .forEach(words::add);
                        }));
        assertTrue(words.size() >= FEWEST, words.toString());
        return words;
    }

    private static void assertNoneHolds(Set<Path> files, Set<String> words) throws IOException {
        for (Path file : files) {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String word : words) {
                for (var form : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
                    String bytes = new String(word.getBytes(form), StandardCharsets.ISO_8859_1);
                    assertFalse(content.contains(bytes), file + " holds " + word);
                }
            }
        }
    }
}
