package unsaid.web.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    static Stream<String> languages() {
        return Words.LANGUAGES.stream();
    }

    /// Path → text.
    private static Map<String, String> texts(JsonNode node, String path) {
        Map<String, String> texts = new TreeMap<>();
        if (node.isString()) {
            texts.put(path, node.stringValue());
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                texts.putAll(texts(node.get(i), path + "/" + i));
            }
        } else {
            node.properties()
                    .forEach(each ->
                            texts.putAll(texts(each.getValue(), path + "/" + each.getKey())));
        }
        return texts;
    }

    private static Map<String, String> places(Words words) {
        Map<String, String> places = new TreeMap<>();
        texts(words.all(), "")
                .forEach((path, text) ->
                        places.put(
                                path,
                                PLACE.matcher(text)
                                        .results()
                                        .map(found -> found.group())
                                        .sorted()
                                        .toList()
                                        .toString()));
        return places;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasEveryTextWithItsPlaces(String language) {
        assertEquals(places(Words.in("en")), places(Words.in(language)));
        assertEquals(language, Words.in(language).language());
    }

    @Test
    void aLanguageWithoutTextsGetsEnglish() {
        assertEquals("en", Words.in("tlh").language());
        assertEquals("de", Words.in("de-AT").language());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatTheWidgetSaysTooIsSaidInTheSameWords(String language) throws IOException {
        StringBuilder widget = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "widget"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".ts")).toList()) {
                widget.append(Files.readString(file));
            }
        }
        List<String> other = new ArrayList<>();
        texts(Words.in(language).all(), "")
                .forEach((path, text) -> {
                    for (String part : PLACE.split(text)) {
                        if (!path.startsWith("/own/") && widget.indexOf(part) < 0) {
                            other.add(path + ": " + part);
                        }
                    }
                });
        assertEquals(List.of(), other);
        assertTrue(widget.length() > 10_000);
    }
}
