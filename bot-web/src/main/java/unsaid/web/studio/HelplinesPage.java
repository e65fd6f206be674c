package unsaid.web.studio;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import unsaid.format.Dialogs;
import unsaid.safety.Country;
import unsaid.safety.Helplines;
import unsaid.web.studio.HelplinesForm.NonsenseException;

/// The owner's page at `/studio/helplines`: every helpline, and a form to confirm or correct each.
/// Plain HTML without a script. Who may come was settled before.
final class HelplinesPage {
    static final String PATH = "/studio/helplines";

    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; style-src 'self'; "
                    + "img-src data:; form-action 'self'";

    private final Bench bench;
    private final Folder folder;
    private final Supplier<LocalDate> today;

    /// @param today asked at each request; in the owner's time zone
    HelplinesPage(Bench bench, Folder folder, Supplier<LocalDate> today) {
        this.bench = bench;
        this.folder = folder;
        this.today = today;
    }

    void route(RoutesConfig routes) {
        routes.get(PATH, answer -> show(answer, HelplinesHtml.Told.NOTHING));
        routes.post(
                PATH + "/line/{id}",
                answer ->
                        take(
                                answer,
                                answer.pathParam("id"),
                                (form, file) ->
                                        form.line(
                                                file,
                                                answer.pathParam("id"),
                                                "confirm".equals(answer.formParam("do")),
                                                today.get())));
        routes.post(
                PATH + "/country/{code}",
                answer ->
                        take(
                                answer,
                                "country-" + answer.pathParam("code"),
                                (form, file) -> form.country(file, answer.pathParam("code"))));
    }

    /// Puts what was typed into the text of the file.
    private interface Change {
        String in(HelplinesForm form, String file) throws NonsenseException;
    }

    private void take(Context answer, String place, Change change) throws IOException {
        String file = folder.read(Folder.Name.HELPLINES);
        if (file == null || helplines(file) == null) {
            answer.status(HttpStatus.CONFLICT);
            show(answer, HelplinesHtml.Told.NOTHING);
            return;
        }
        String problem;
        try {
            String seen = typed(answer, "seen");
            String written = change.in(new HelplinesForm(field -> typed(answer, field)), file);
            if (Tag.of(file).equals(seen)
                    && folder.write(Folder.Name.HELPLINES, seen, written) == Folder.Written.DONE) {
                bench.take();
                answer.redirect(PATH + "?saved=" + place + "#" + place, HttpStatus.SEE_OTHER);
                return;
            }
            problem =
                    "The file has been changed since you opened this page. Nothing was saved. "
                            + "Look at what stands there now, and save once more.";
            answer.status(HttpStatus.CONFLICT);
        } catch (NonsenseException e) {
            problem = "Nothing was saved. " + e.getMessage();
            answer.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        show(answer, new HelplinesHtml.Told(place, problem, field -> typed(answer, field)));
    }

    private static String typed(Context answer, String field) {
        String typed = answer.formParam(field);
        return typed == null ? "" : typed;
    }

    private void show(Context answer, HelplinesHtml.Told told) throws IOException {
        String file = folder.read(Folder.Name.HELPLINES);
        Helplines helplines = file == null ? null : helplines(file);
        HelplinesHtml html = new HelplinesHtml(today.get());
        answer.header("Content-Security-Policy", POLICY)
                // a form of a page that tells no referrer at all is sent without an origin
                .header("Referrer-Policy", "same-origin")
                .contentType("text/html; charset=utf-8")
                .result(
                        file == null || helplines == null
                                ? html.broken(file == null ? List.of() : errors(file))
                                : html.page(
                                        helplines,
                                        Tag.of(file),
                                        told,
                                        saved(helplines, answer.queryParam("saved"))));
    }

    /// What was saved last, by its name; null if nothing was.
    private static @Nullable String saved(Helplines helplines, @Nullable String place) {
        if (place == null) {
            return null;
        }
        for (Country country : helplines.countries()) {
            if (place.equals("country-" + country.code())) {
                return country.name();
            }
        }
        return helplines.lines().stream()
                .filter(line -> line.id().equals(place))
                .map(line -> line.name())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Helplines helplines(String file) {
        return errors(file).isEmpty() ? read(file).helplines() : null;
    }

    private static List<String> errors(String file) {
        return read(file).findings().stream()
                .filter(found ->
                        found.isError() && found.file().equals(Folder.Name.HELPLINES.file()))
                .map(found ->
                        found.line()
                                + ":"
                                + found.column()
                                + " "
                                + found.finding().message()
                                + " – "
                                + found.finding().wayOut())
                .toList();
    }

    private static Dialogs.Loaded read(String file) {
        return Dialogs.read(Map.of(Folder.Name.HELPLINES.file(), file), Dialogs.PRIVACY);
    }
}
