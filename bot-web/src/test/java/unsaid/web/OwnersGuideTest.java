package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The owner's guide says what is so.
class OwnersGuideTest {
    @Test
    void theGuideListsEverySettingWithItsDefaultAndPurpose() throws IOException {
        List<String> guide =
                Files.readAllLines(Path.of("README.md")).stream()
                        .filter(line -> line.startsWith("| `") && line.split(" \\| ").length == 4)
                        .toList();
        List<String> settings =
                java.util.Arrays.stream(Key.values())
                        .map(key ->
                                "| `"
                                        + key.key
                                        + "` | "
                                        + (key.otherwise.isEmpty()
                                                ? "none"
                                                : "`" + key.otherwise + "`")
                                        + " | "
                                        + key.unit
                                        + " | "
                                        + key.purpose
                                        + " |")
                        .toList();
        assertEquals(settings, guide);
    }

    @Test
    void theEmbedLineOfBothGuidesIsTheOneTheExamplePageUses() throws IOException {
        String line = "src=\"https://chat.example.org/unsaid.js\" data-flow=\"naming-fears\"";
        assertTrue(Files.readString(Path.of("README.md")).contains(line));
        assertTrue(Files.readString(Path.of("..", "README.md")).contains(line));
        try (RealServer server = new RealServer();
                var client = java.net.http.HttpClient.newHttpClient()) {
            var request =
                    java.net.http.HttpRequest.newBuilder(java.net.URI.create(server.address("/")))
                            .build();
            String page =
                    client.send(request, java.net.http.HttpResponse.BodyHandlers.ofString()).body();
            assertTrue(
                    page.contains("unsaid.js") && page.contains("data-flow=\"naming-fears\""),
                    page);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void everyPlatformsFileIsInTheGuideAndSaysWhatTheWidgetKnows() throws IOException {
        String guide = Files.readString(Path.of("README.md"));
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of("embed"))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertEquals(8, files.size());
        for (Path file : files) {
            String link = "](" + file.toString().replace('\\', '/') + ")";
            assertTrue(guide.contains(link), link);
            String text = Files.readString(file);
            assertTrue(text.contains("/unsaid.js") || text.contains("data-unsaid="), link);
            Matcher named = Pattern.compile("data-([a-z]+)").matcher(text);
            while (named.find()) {
                assertTrue(
                        named.group(1).equals("unsaid")
                                || guide.contains("| `data-" + named.group(1) + "`"),
                        named.group());
            }
        }
    }

    @Test
    void theGuidesSayHowMuchTheFuzzerThrows() throws IOException {
        String frames = usual("fuzz.frames");
        String files = usual("fuzz.files");
        String guide = Files.readString(Path.of("README.md")).replaceAll("\\s+", " ");
        assertTrue(
                guide.contains(
                        "throws "
                                + frames
                                + " frames at the codec, the rules and the store in memory, and "
                                + files
                                + " flow files at the loader"),
                frames + ", " + files);
        String promise = Files.readString(Path.of("..", "SECURITY.md")).replaceAll("\\s+", " ");
        assertTrue(
                promise.contains(frames + " broken frames and " + files + " broken flow files"),
                frames + ", " + files);
    }

    /// A default of the build, as people write it.
    private static String usual(String property) throws IOException {
        Matcher set =
                Pattern.compile("<" + Pattern.quote(property) + ">(\\d+)<")
                        .matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(set.find(), property);
        return String.format(Locale.ROOT, "%,d", Integer.parseInt(set.group(1)));
    }
}
