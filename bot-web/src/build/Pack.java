import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// A step of the build, run from its source: takes what the bundler wrote, names every file, or the
/// folder of a language, after its content, writes what it must be (subresource integrity) where it
/// is named, and lays it down packed by brotli and gzip as well.
///
/// Arguments: the folder of the bundler, the folder of pages, the folder that is served.
final class Pack {
    private static final Pattern NAMED =
            Pattern.compile("(href|src)=\"((?:\\.\\./)?)widget/([a-z-]+\\.(?:js|css))\"");

    /// The first of a language's files, which brings the others when they are needed, and styles
    /// that go with them.
    private static final String FIRST = "chat.js";

    private static final String STYLES = "later.css";

    /// What pages of other versions get under names that only they know stays where it is.
    private static final String RENEWED = "renewed.js";

    /// A page with this in it is laid down once for each language that the widget speaks.
    private static final String WORDS = "{{words}}";

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}\\.js");

    private static final int BEST_BROTLI = 11;

    private final Path bundled;
    private final Path served;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> names = new TreeMap<>();

    private Pack(Path bundled, Path served) {
        this.bundled = bundled;
        this.served = served;
    }

    public static void main(String... folders) throws IOException {
        Brotli4jLoader.ensureAvailability();
        Pack pack = new Pack(Path.of(folders[0]), Path.of(folders[2]));
        pack.clear();
        pack.widget();
        pack.languages();
        pack.loader();
        pack.write();
        pack.pages(Path.of(folders[1]));
    }

    private static List<Path> list(Path folder, String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        try (var paths = Files.newDirectoryStream(folder, glob)) {
            paths.forEach(found::add);
        }
        return found.stream().sorted().toList();
    }

    private void clear() throws IOException {
        Files.createDirectories(served.resolve("widget"));
        for (Path old : list(served.resolve("widget"), "*")) {
            if (Files.isDirectory(old)) for (Path file : list(old, "*")) Files.delete(file);
            Files.delete(old);
        }
        for (Path old : list(served, "unsaid*.js*")) Files.delete(old);
    }

    private void widget() throws IOException {
        for (Path file : list(bundled.resolve("widget"), "*.{js,css}")) {
            String name = file.getFileName().toString();
            byte[] content = Files.readAllBytes(file);
            boolean stays = name.equals(RENEWED) || name.equals(STYLES);
            names.put(name, stays ? name : named(name, content));
            files.put("widget/" + names.get(name), content);
        }
    }

    /// The files of a language name each other, so they are laid down as they are, in a folder that
    /// is named after all they hold.
    private void languages() throws IOException {
        byte[] styles = Files.readAllBytes(bundled.resolve("widget").resolve(STYLES));
        for (Path folder : list(bundled.resolve("widget"), "[a-z][a-z]")) {
            Map<String, byte[]> own = new TreeMap<>(Map.of(STYLES, styles));
            for (Path file : list(folder, "*.js"))
                own.put(file.getFileName().toString(), Files.readAllBytes(file));
            var all = new ByteArrayOutputStream();
            own.forEach((name, content) -> {
                all.writeBytes((name + content.length).getBytes(StandardCharsets.UTF_8));
                all.writeBytes(content);
            });
            String hash = mark(all.toByteArray());
            own.forEach((name, content) -> files.put("widget/" + hash + "/" + name, content));
            names.put(folder.getFileName() + ".js", hash + "/" + FIRST);
        }
    }

    /// The loader knows its other part by name and content. It is served under a name that stays,
    /// and under one of its content.
    private void loader() throws IOException {
        String part = names.get("part.js");
        String text = Files.readString(bundled.resolve("unsaid.js"));
        text = once(text, "part.js", part);
        text = once(text, "sha256-", "sha256-" + integrity(files.get("widget/" + part)));
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        files.put("unsaid.js", content);
        files.put(named("unsaid.js", content), content);
    }

    private static String once(String text, String from, String to) {
        if (text.split(Pattern.quote(from), -1).length != 2)
            throw new IllegalStateException("the loader must name " + from + " once");
        return text.replace(from, to);
    }

    private void write() throws IOException {
        for (var file : files.entrySet()) {
            Path to = served.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue());
            Files.write(Path.of(to + ".br"), brotli(file.getValue()));
            Files.write(Path.of(to + ".gz"), gzip(file.getValue()));
        }
    }

    /// The smallest of what brotli makes of it when it takes it for text, for a font, or for
    /// anything: what is inside is the same, and no guess is the best for all of ours.
    private static byte[] brotli(byte[] content) throws IOException {
        byte[] best = null;
        for (Encoder.Mode mode : Encoder.Mode.values()) {
            byte[] packed =
                    Encoder.compress(content, Encoder.Parameters.create(BEST_BROTLI).setMode(mode));
            if (best == null || packed.length < best.length) best = packed;
        }
        return best;
    }

    private void pages(Path from) throws IOException {
        for (Path page : list(from, "*.html")) {
            String html = Files.readString(page);
            String name = page.getFileName().toString();
            if (!html.contains(WORDS)) {
                page(name, html);
                continue;
            }
            for (String script : names.keySet()) {
                if (LANGUAGE.matcher(script).matches()) {
                    String language = script.substring(0, 2);
                    page(
                            name.replace(".html", "-" + language + ".html"),
                            html.replace(WORDS, language));
                }
            }
        }
    }

    private void page(String name, String text) throws IOException {
        String html =
                NAMED.matcher(text)
                        .replaceAll(found -> {
                            String own = names.get(found.group(3));
                            if (own == null)
                                throw new IllegalStateException(
                                        name + " names " + found.group(3) + ", which is not there");
                            return Matcher.quoteReplacement(
                                    "%s=\"%swidget/%s\" integrity=\"sha256-%s\""
                                            .formatted(
                                                    found.group(1),
                                                    found.group(2),
                                                    own,
                                                    integrity(files.get("widget/" + own))));
                        });
        Files.writeString(served.resolve(name), html);
    }

    private static String named(String name, byte[] content) {
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot) + "-" + mark(content) + name.substring(dot);
    }

    /// What a name tells of the content.
    private static String mark(byte[] content) {
        return HexFormat.of().formatHex(hash(content), 0, 5);
    }

    private static String integrity(byte[] content) {
        return Base64.getEncoder().encodeToString(hash(content));
    }

    private static byte[] hash(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gzip(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var gzip =
                new GZIPOutputStream(packed) {
                    {
                        def.setLevel(Deflater.BEST_COMPRESSION);
                    }
                }) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
