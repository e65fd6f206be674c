package unsaid.web.studio;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import unsaid.check.Rehearsal;
import unsaid.engine.Log;
import unsaid.flow.Flow;
import unsaid.format.Found;
import unsaid.web.http.Pages;
import unsaid.web.session.Token;

/// What the workbench's page asks for, as JSON. Who may ask was settled before.
final class Api {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SCHEMA = "flow.schema.json";
    private static final String BELOW = "/studio/api";

    private final Bench bench;
    private final Folder folder;
    private final Preview preview;

    Api(Bench bench, Folder folder, Preview preview) {
        this.bench = bench;
        this.folder = folder;
        this.preview = preview;
    }

    void route(RoutesConfig routes) {
        routes.get(BELOW + "/flows", this::flows);
        routes.get(BELOW + "/schema", this::schema);
        routes.get(BELOW + "/files/{flow}/{file}", this::read);
        routes.put(BELOW + "/files/{flow}/{file}", this::write);
        routes.post(BELOW + "/check/{flow}/{file}", this::check);
        routes.get(BELOW + "/graph/{flow}", this::graph);
        routes.post(BELOW + "/talks", this::begin);
        routes.post(BELOW + "/tests/{flow}", this::record);
    }

    private void flows(Context answer) {
        Bench.State state = bench.state();
        ObjectNode all = JSON.createObjectNode();
        all.put("revision", state.revision()).put("sound", state.loaded().isSound());
        ArrayNode flows = all.putArray("flows");
        bench.standings().forEach(each -> put(flows.addObject(), each));
        json(answer, all);
    }

    private static void put(ObjectNode one, Standing standing) {
        Flow flow = standing.flow();
        one.put("id", standing.id())
                .put("title", flow == null ? standing.id() : flow.title())
                .put("errors", standing.errors())
                .put("warnings", standing.warnings())
                .put("tests", standing.tests())
                .put("waiting", standing.waiting())
                .put("reviewed", flow != null && flow.review().isComplete());
        ArrayNode steps = one.putArray("steps");
        if (flow != null) {
            Standing.steps(flow).forEach(steps::add);
        }
        ArrayNode visited = one.putArray("visited");
        standing.visited().stream().sorted().forEach(visited::add);
        ArrayNode files = one.putArray("files");
        standing.files().forEach(files::add);
        ObjectNode failed = one.putObject("failed");
        standing.failed().forEach(failed::put);
    }

    private void schema(Context answer) throws IOException {
        Path file = folder.path().resolve(SCHEMA);
        if (Files.isRegularFile(file)) {
            answer.contentType("application/schema+json").result(Files.readString(file));
        } else {
            answer.status(HttpStatus.NOT_FOUND);
        }
    }

    private void read(Context answer) throws IOException {
        Folder.Name name = name(answer);
        String text = name == null ? null : folder.read(name);
        if (text == null) {
            answer.status(HttpStatus.NOT_FOUND);
            return;
        }
        answer.header("ETag", Tag.of(text))
                .contentType("application/json; charset=utf-8")
                .result(text);
    }

    /// With `If-Match` the file is replaced if it still is that one; with `If-None-Match: *` it is
    /// made if there is none. Without either nothing is written (428).
    private void write(Context answer) throws IOException {
        Folder.Name name = name(answer);
        String text = body(answer);
        String seen = answer.header("If-Match");
        boolean anew = "*".equals(answer.header("If-None-Match"));
        if (name == null) {
            problem(answer, HttpStatus.NOT_FOUND, "There can be no such file.");
        } else if (text == null) {
            problem(answer, HttpStatus.BAD_REQUEST, "This is not text in UTF-8.");
        } else if (seen == null && !anew) {
            problem(answer, HttpStatus.PRECONDITION_REQUIRED, "Say which text was changed.");
        } else {
            write(answer, name, seen, text);
        }
    }

    private void write(Context answer, Folder.Name name, @Nullable String seen, String text)
            throws IOException {
        switch (folder.write(name, seen, text)) {
            case DONE -> {
                Bench.State state = bench.take();
                ObjectNode saved = JSON.createObjectNode();
                saved.put("tag", Tag.of(text))
                        .put("revision", state.revision())
                        .put("sound", state.loaded().isSound());
                findings(saved, state.loaded().findings());
                json(answer, saved);
            }
            case CHANGED ->
                    problem(
                            answer,
                            HttpStatus.PRECONDITION_FAILED,
                            "The file was changed elsewhere since it was opened.");
            case NO_FLOW -> problem(answer, HttpStatus.NOT_FOUND, "There is no such flow.");
        }
    }

    private void check(Context answer) {
        Folder.Name name = name(answer);
        String text = body(answer);
        if (name == null || text == null) {
            problem(answer, HttpStatus.BAD_REQUEST, "There can be no such file.");
            return;
        }
        ObjectNode checked = JSON.createObjectNode();
        findings(checked, bench.check(name, text));
        json(answer, checked);
    }

    private static void findings(ObjectNode to, List<Found> findings) {
        ArrayNode all = to.putArray("findings");
        for (Found found : findings) {
            all.addObject()
                    .put("file", found.file())
                    .put("line", found.line())
                    .put("column", found.column())
                    .put("severity", found.finding().severity().word())
                    .put("rule", found.finding().rule())
                    .put("message", found.finding().message())
                    .put("wayOut", found.finding().wayOut());
        }
    }

    private void graph(Context answer) {
        Bench.State state = bench.state();
        String id = answer.pathParam("flow");
        Flow flow = state.engine().library().flow(id);
        if (flow == null) {
            problem(answer, HttpStatus.NOT_FOUND, "There is no such flow without an error.");
            return;
        }
        List<Rehearsal.Result> played =
                bench.standings().stream().flatMap(each -> each.played().stream()).toList();
        Pictures.Shown shown = Pictures.Shown.of(answer.queryParam("show"));
        answer.contentType("image/svg+xml")
                .result(Pictures.draw(state.engine(), flow, shown, played));
    }

    /// `{flow, step?}` → `{token, at}`: a talk that has just come to the step.
    private void begin(Context answer) {
        JsonNode wish = wish(answer);
        String step = wish.path("step").asString("");
        Token token = preview.begin(wish.path("flow").asString(""), step.isEmpty() ? null : step);
        if (token == null) {
            problem(
                    answer,
                    HttpStatus.NOT_FOUND,
                    step.isEmpty()
                            ? "There is no such flow without an error."
                            : "No talk that begins here comes to \""
                                    + step
                                    + "\". If only other flows lead there, begin with one of them.");
            return;
        }
        json(answer, JSON.createObjectNode().put("token", token.text()));
    }

    /// `{token, name, file}` → the talk as a test of the flow.
    private void record(Context answer) throws IOException {
        JsonNode wish = wish(answer);
        Folder.Name file = Folder.Name.of(answer.pathParam("flow"), wish.path("file").asString(""));
        Log log = preview.log(wish.path("token").asString(""));
        String name = wish.path("name").asString("").strip();
        if (file == null || !file.file().endsWith(".test.json") || name.isEmpty()) {
            problem(answer, HttpStatus.BAD_REQUEST, "Give the test a name: a short sentence.");
        } else if (log == null || !log.flow().equals(file.flow())) {
            problem(answer, HttpStatus.NOT_FOUND, "This talk is not there any more.");
        } else {
            String test = Recorder.record(bench.engine(), log, name);
            if (test == null) {
                problem(answer, HttpStatus.CONFLICT, "The flow has changed: talk once more.");
            } else {
                write(answer, file, null, test);
            }
        }
    }

    private static JsonNode wish(Context answer) {
        String text = body(answer);
        try {
            return JSON.readTree(text == null ? "{}" : text);
        } catch (tools.jackson.core.JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private static Folder.@Nullable Name name(Context answer) {
        return Folder.Name.of(answer.pathParam("flow"), answer.pathParam("file"));
    }

    /// Null if it is not UTF-8.
    private static @Nullable String body(Context answer) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(answer.bodyAsBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static void problem(Context answer, HttpStatus status, String message) {
        answer.status(status);
        Pages.said(answer);
        json(answer, JSON.createObjectNode().put("problem", message));
    }

    private static void json(Context answer, JsonNode content) {
        answer.contentType("application/json; charset=utf-8")
                .result(JSON.writeValueAsString(content));
    }
}
