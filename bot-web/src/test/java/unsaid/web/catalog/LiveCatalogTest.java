package unsaid.web.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import unsaid.engine.Outcome;
import unsaid.flow.Flow;

@Timeout(60)
class LiveCatalogTest {
    private static final String HELPLINES =
            """
            {"home": "gb", "countries": [{"code": "gb", "name": "United Kingdom", "emergency": "999"}], "lines": [
              {"id": "line", "region": "gb", "topics": ["partner_abuse"], "name": "%s",
               "contacts": [{"method": "web", "url": "https://line.example"}],
               "source": "https://line.example", "sourceSeen": "2026-01-01",
               "status": "confirmed", "confirmedBy": "An owner", "confirmedOn": "2026-01-01"}]}
            """;

    @TempDir private Path folder = Path.of("");

    private final AtomicReference<LocalDate> today =
            new AtomicReference<>(LocalDate.of(2026, 1, 2));
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        ((Logger) LoggerFactory.getLogger(LiveCatalog.class)).addAppender(log);
    }

    @AfterEach
    void deafen() {
        ((Logger) LoggerFactory.getLogger(LiveCatalog.class)).detachAppender(log);
    }

    private static String flow(String id, String title) {
        return """
        {"flow": "%s", "version": 1, "language": "en", "title": "%s", "steps": [
         {"id": "one", "ask": "One?", "answer": {"type": "yesno"}},
         {"id": "end", "end": "done", "say": "Bye."}]}
        """
                .formatted(id, title);
    }

    private static void write(Path folder, String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }

    private LiveCatalog open(Path folder, Looking looking) throws IOException {
        write(folder, "talk/flow.json", flow("talk", "First"));
        write(folder, "helplines.json", HELPLINES.formatted("First line"));
        return LiveCatalog.open(folder, looking, today::get).start();
    }

    private LiveCatalog open() throws IOException {
        return open(folder, new Looking(true, Duration.ofMinutes(5)));
    }

    private static void await(BooleanSupplier so) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!so.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "it never came");
            Thread.sleep(5);
        }
    }

    private static String title(LiveCatalog live, String id) {
        Flow flow = live.current().flow(id);
        return flow == null ? "none" : flow.title();
    }

    private boolean told(String words) {
        return log.list.stream().anyMatch(event -> event.getFormattedMessage().contains(words));
    }

    @Test
    void aChangedFileIsTakenUpAndListenersAreTold() throws Exception {
        try (LiveCatalog live = open()) {
            Catalog before = live.current();
            List<Catalog> published = new CopyOnWriteArrayList<>();
            live.onChange(published::add, () -> published.add(before));
            write(folder, "talk/flow.json", flow("talk", "Second"));
            await(() -> title(live, "talk").equals("Second"));
            await(() -> !published.isEmpty());
            assertEquals(
                    "Second", Objects.requireNonNull(published.getLast().flow("talk")).title());
            assertEquals("First", Objects.requireNonNull(before.flow("talk")).title());
            write(folder, "talk/flow.json", "{}");
            await(() -> published.getLast().equals(before));
            assertEquals("Second", title(live, "talk"));
        }
    }

    @Test
    void whatChangedBetweenReadingAndWatchingIsTakenUpToo() throws Exception {
        write(folder, "talk/flow.json", flow("talk", "First"));
        write(folder, "helplines.json", HELPLINES.formatted("First line"));
        try (LiveCatalog live =
                LiveCatalog.open(folder, new Looking(true, Duration.ofMinutes(5)), today::get)) {
            write(folder, "talk/flow.json", flow("talk", "Second"));
            live.start();
            await(() -> title(live, "talk").equals("Second"));
        }
    }

    @Test
    void aSaveWithAnErrorIsToldWithItsPlaceAndTheOneFromBeforeGoesOn() throws Exception {
        try (LiveCatalog live = open()) {
            Catalog before = live.current();
            write(folder, "talk/flow.json", flow("talk", "Second").replace("\"ask\"", "\"aks\""));
            await(() -> told("talk/flow.json:2:"));
            await(() -> told("aks"));
            assertTrue(told("those from before go on"));
            assertEquals(before, live.current());
            write(folder, "talk/flow.json", flow("talk", "Third"));
            await(() -> title(live, "talk").equals("Third"));
        }
    }

    @Test
    void aNewFlowCanBeBegun() throws Exception {
        try (LiveCatalog live = open()) {
            write(folder, "new/flow.json", flow("new", "New"));
            await(() -> title(live, "new").equals("New"));
            write(folder, "new/flow.json", flow("new", "Newer"));
            await(() -> title(live, "new").equals("Newer"));
        }
    }

    @Test
    void aFileInAFolderThatWasNotWatchedYetIsNotMissed() throws Exception {
        try (LiveCatalog live = open()) {
            for (int i = 0; i < 40; i++) {
                String id = "new-" + i;
                write(folder, id + "/flow.json", flow(id, "New"));
                await(() -> title(live, id).equals("New"));
            }
        }
    }

    @Test
    void aFlowThatIsTakenAwayCanBeFinishedAndNotBegun() throws Exception {
        try (LiveCatalog live = open()) {
            var begun =
                    assertInstanceOf(
                            Outcome.Played.class, live.current().engine().start("talk", "en"));
            write(folder, "other/flow.json", flow("other", "Other"));
            Files.delete(folder.resolve("talk/flow.json"));
            await(() -> live.current().flow("talk") == null);
            await(() -> live.current().flow("other") != null);
            assertInstanceOf(Outcome.Refused.class, live.current().engine().start("talk", "en"));
            var on =
                    assertInstanceOf(
                            Outcome.Played.class,
                            live.current().engine().resume(begun.conversation().log()));
            assertEquals("talk/one", on.conversation().open());
            write(folder, "talk/flow.json", flow("talk", "Again"));
            await(() -> title(live, "talk").equals("Again"));
        }
    }

    @Test
    void changedHelplinesAreServed() throws Exception {
        try (LiveCatalog live = open()) {
            write(folder, "helplines.json", HELPLINES.formatted("Second line"));
            await(() -> text(live).contains("Second line"));
        }
    }

    private static String text(LiveCatalog live) {
        return live.current().engine().library().helplines().lines().toString();
    }

    @Test
    void confirmationsOfHelplinesAgeWhileTheServerRuns() throws Exception {
        try (LiveCatalog live = open(folder, new Looking(true, Duration.ofMillis(20)))) {
            assertTrue(text(live).contains("status=CONFIRMED"), "as the owner wrote it");
            assertEquals(0, live.current().unconfirmedHelplines());
            today.set(LocalDate.of(2027, 1, 1));
            await(() -> text(live).contains("status=DRAFT"));
            assertEquals(1, live.current().unconfirmedHelplines());
            await(() -> told("helplines.json"));
            today.set(LocalDate.of(2028, 1, 1));
            await(() -> text(live).contains("status=EXPIRED"));
            write(folder, "helplines.json", HELPLINES.formatted("Second line"));
            await(() -> text(live).contains("Second line"));
            assertTrue(text(live).contains("status=EXPIRED"), "still as of today");
        }
    }

    @Test
    void aFileWrittenPieceByPieceIsTakenUpOnceItIsWhole() throws Exception {
        try (LiveCatalog live = open()) {
            byte[] text = flow("talk", "Wörter").getBytes(StandardCharsets.UTF_8);
            try (FileChannel file =
                    FileChannel.open(
                            folder.resolve("talk/flow.json"),
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING)) {
                for (byte each : text) {
                    file.write(ByteBuffer.wrap(new byte[] {each}));
                    assertNotNull(live.current().flow("talk"), "there is always one");
                }
            }
            await(() -> title(live, "talk").equals("Wörter"));
        }
    }

    @Test
    void manyQuickSavesEndInTheLastOne() throws Exception {
        try (LiveCatalog live = open()) {
            Path beside = folder.resolve("talk/flow.json.tmp");
            for (int i = 0; i <= 300; i++) {
                Files.writeString(beside, flow("talk", "Number " + i));
                Files.move(
                        beside,
                        folder.resolve("talk/flow.json"),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
            await(() -> title(live, "talk").equals("Number 300"));
            assertFalse(told("have errors"), "each of them was whole");
            for (int i = 0; i <= 300; i++) {
                write(folder, "talk/flow.json", flow("talk", "Letter " + i));
            }
            await(() -> title(live, "talk").equals("Letter 300"));
        }
    }

    @Test
    void aDriveThatTellsNothingIsLookedAtFromTimeToTime() throws Exception {
        Path archive = folder.resolve("dialogs.zip");
        try (FileSystem drive = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            assertThrows(UnsupportedOperationException.class, drive::newWatchService);
            try (LiveCatalog live =
                    open(drive.getPath("/"), new Looking(true, Duration.ofMillis(20)))) {
                write(drive.getPath("/"), "talk/flow.json", flow("talk", "Second"));
                await(() -> title(live, "talk").equals("Second"));
            }
        }
    }

    @Test
    void aFolderThatIsGoneForAWhileIsToldOnceAndTakenUpAgain() throws Exception {
        Path dialogs = folder.resolve("dialogs");
        try (LiveCatalog live = open(dialogs, new Looking(true, Duration.ofMillis(20)))) {
            Files.move(dialogs, folder.resolve("away"));
            await(() -> told("cannot be read"));
            assertEquals("First", title(live, "talk"));
            write(folder.resolve("away"), "talk/flow.json", flow("talk", "Second"));
            Files.move(folder.resolve("away"), dialogs);
            await(() -> title(live, "talk").equals("Second"));
            assertEquals(
                    1,
                    log.list.stream()
                            .filter(event -> event.getFormattedMessage().contains("cannot be read"))
                            .count());
        }
    }

    @Test
    void whereItIsTurnedOffNothingIsTakenUp() throws Exception {
        try (LiveCatalog live = open(folder, new Looking(false, Duration.ofMillis(20)))) {
            write(folder, "talk/flow.json", flow("talk", "Second"));
            today.set(LocalDate.of(2027, 1, 1));
            await(() -> live.current().unconfirmedHelplines() == 1);
            today.set(LocalDate.of(2028, 1, 1));
            await(() -> text(live).contains("status=EXPIRED"));
            assertEquals("First", title(live, "talk"));
        }
    }

    @Test
    void closingEndsTheThread() throws Exception {
        LiveCatalog live = open();
        live.close();
        await(() -> !live.isWatching());
        assertEquals("First", title(live, "talk"));
        assertEquals(List.of(), log.list);
    }

    @Test
    void errorsAtTheStartStopItAndAreNotDrownedByWhatStopsNothing() throws IOException {
        write(folder, "talk/flow.json", flow("talk", "Talk").replace("\"end\": ", "\"emd\": "));
        write(folder, "other/flow.json", flow("other", "Other"));
        write(folder, "helplines.json", HELPLINES.formatted("First line"));
        UnsoundDialogsException refused =
                assertThrows(
                        UnsoundDialogsException.class,
                        () -> LiveCatalog.open(folder, Looking.NEVER, today::get));
        String told = String.valueOf(refused.getMessage());
        assertTrue(told.contains("talk/flow.json:3:"), told);
        assertTrue(told.contains("\"emd\" is not known here"), told);
        assertFalse(told.contains("other/flow.json"), told);
        assertTrue(told.lines().noneMatch(line -> line.contains("  warning ")), told);
        assertTrue(told.lines().noneMatch(line -> line.contains("  note ")), told);
        assertTrue(told.lines().toList().getLast().contains(" other findings stop nothing"), told);
    }

    @Test
    void aTestWithAnErrorKeepsNobodyFromTalking() throws Exception {
        write(folder, "talk/broken.test.json", "{");
        try (LiveCatalog live = open()) {
            assertEquals("First", title(live, "talk"));
            write(folder, "talk/flow.json", flow("talk", "Second"));
            await(() -> title(live, "talk").equals("Second"));
            write(folder, "talk/broken.test.json", "[]");
            await(() -> told("findings that stop nothing"));
            assertFalse(told("have errors"));
        }
    }

    @Test
    void whoIsStillWritingGetsTheSoundFlowsAndTheRestOnceItIsMended() throws Exception {
        write(folder, "talk/flow.json", flow("talk", "Talk"));
        write(folder, "broken/flow.json", "{");
        write(
                folder,
                "caller/flow.json",
                flow("caller", "Caller")
                        .replace(
                                "{\"id\": \"end\"",
                                "{\"id\": \"c\", \"call\": \"broken\"}, {\"id\": \"end\""));
        write(folder, "helplines.json", HELPLINES.formatted("First line"));
        try (LiveCatalog catalog =
                LiveCatalog.openSound(folder, Looking.of("true"), today::get).start()) {
            assertNotNull(catalog.current().flow("talk"));
            assertNull(catalog.current().flow("broken"));
            assertNull(catalog.current().flow("caller"));
            assertTrue(told("broken/flow.json:1:"), log.list.toString());
            write(folder, "talk/flow.json", flow("talk", "Another title"));
            await(() -> "Another title".equals(title(catalog.current(), "talk")));
            write(folder, "broken/flow.json", flow("broken", "Mended"));
            await(() -> catalog.current().flow("caller") != null);
            write(folder, "talk/flow.json", "{");
            await(() -> told("those from before go on"));
            assertEquals("Another title", title(catalog.current(), "talk"));
        }
    }

    private static @Nullable String title(Catalog catalog, String id) {
        Flow flow = catalog.flow(id);
        return flow == null ? null : flow.title();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "7"})
    void theSettingSaysHowItIsLookedAt(String setting) {
        Looking looking = Looking.of(setting);
        assertEquals(!setting.equals("false"), looking.live());
        assertEquals(setting.equals("7") ? Duration.ofSeconds(7) : Looking.USUAL, looking.every());
    }
}
