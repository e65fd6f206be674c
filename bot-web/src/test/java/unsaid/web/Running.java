package unsaid.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The whole server on a free port, with dialogs of a test's own.
final class Running implements AutoCloseable {
    static final String FLOW =
            """
            {"flow": "talk", "version": 1, "language": "en", "title": "A <small> talk", "minutes": 2, "doors": ["kind"],
             "texts": {"name": "you"},
             "steps": [
              {"id": "mood", "say": ["Hello."], "ask": "How heavy do things feel?",
               "answer": {"type": "scale", "min": 0, "max": 10, "labels": {"0": "light", "10": "heavy"}}},
              {"id": "kind", "ask": "Which is it?", "retry": ["Pick one of the two.", "Either will do."],
               "answer": {"type": "choice", "options": [
                 {"value": "fear", "label": "A fear"}, {"value": "hope", "label": "A hope"},
                 {"value": "other", "label": "Something else", "text": 40}]}},
              {"id": "words", "ask": "Can you put it in words?", "answer": {"type": "text", "length": 200}},
              {"id": "when", "ask": "Since which day?", "answer": {"type": "date"}},
              {"id": "names", "ask": "Name some small things.", "answer": {"type": "list", "of": "text", "max": 3}},
              {"id": "places", "ask": "Where?", "answer": {"type": "multi", "options": [
                 {"value": "home", "label": "At home"}, {"value": "out", "label": "Out"}]}},
              {"id": "age", "ask": "How many years?", "answer": {"type": "number", "min": 0, "max": 99, "whole": true}},
              {"id": "most", "ask": "Which first?", "answer": {"type": "rank", "from": "names"}},
              {"id": "sorted", "ask": "Whose is it?", "answer": {"type": "sort", "from": "names", "buckets": [
                 {"value": "mine", "label": "Mine"}, {"value": "ours", "label": "Ours"}]}},
              {"id": "end", "end": "done", "say": [{"if": "words is set", "text": "You wrote: {words}"}], "show": [{"label": "Words", "text": "{words}"}]}]}
            """;
    static final String ERASING =
            """
            {"flow": "erasing", "version": 1, "language": "en", "title": "Erasing", "minutes": 1, "steps": [
              {"id": "go", "ask": "Ready?", "answer": {"type": "yesno"}},
              {"id": "end", "end": "done", "erase": true, "say": ["Nothing has been kept."]}]}
            """;
    static final String HELPLINES = "{\"home\": \"\", \"countries\": [], \"lines\": []}";

    private final Server server;

    /// @param arguments settings, as on a command line
    Running(Path folder, String... arguments) throws IOException {
        write(folder, "talk/flow.json", FLOW);
        write(folder, "erasing/flow.json", ERASING);
        write(folder, "helplines.json", HELPLINES);
        List<String> all =
                new ArrayList<>(
                        List.of("--port=0", "--dialogs=" + folder, "--store=sqlite:talks.db"));
        all.addAll(List.of(arguments));
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Server started =
                Main.start(
                        all,
                        Map.of(),
                        folder,
                        new PrintStream(errors, true, StandardCharsets.UTF_8));
        if (started == null) {
            throw new IllegalStateException(errors.toString(StandardCharsets.UTF_8));
        }
        server = started;
    }

    static void write(Path folder, String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent() == null ? folder : path.getParent());
        Files.writeString(path, text);
    }

    int port() {
        return server.port();
    }

    Server server() {
        return server;
    }

    Client connect() throws Exception {
        return new Client(port());
    }

    /// A connection with a talk that stands at its first question; the frames so far are taken.
    Client begun() throws Exception {
        Client client = connect();
        client.send(
                "{\"type\":\"start\",\"agreed\":true,\"id\":\"f1\",\"flow\":\"talk\",\"language\":\"en\"}");
        client.next("started");
        client.next("turn");
        return client;
    }

    @Override
    public void close() {
        server.stop();
    }
}
