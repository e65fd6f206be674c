package unsaid.web.studio;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import unsaid.safety.Country;
import unsaid.safety.Helpline;
import unsaid.safety.Helpline.Contact;
import unsaid.safety.Helpline.Method;
import unsaid.safety.Helplines;
import unsaid.web.http.Template;

/// Writes the page of the helplines. Everything that comes from the file or from a form is escaped.
final class HelplinesHtml {
    private static final Template HEAD = Template.of("studio/helplines.html");
    private static final Map<Method, String> WAYS =
            Map.of(
                    Method.CALL, "Call",
                    Method.TTY, "Text phone (TTY)",
                    Method.TEXT, "Text message",
                    Method.WHATSAPP, "WhatsApp",
                    Method.EMAIL, "E-mail",
                    Method.CHAT, "Chat, an https address",
                    Method.WEB, "Web page, an https address");

    private final LocalDate today;
    private final StringBuilder out = new StringBuilder();

    HelplinesHtml(LocalDate today) {
        this.today = today;
    }

    /// What was wrong with a form.
    ///
    /// @param place the id of the helpline, or `country-` and a code; empty: nothing was wrong
    /// @param problem a line for the owner
    /// @param typed a field's name → what was typed into it, to be shown again
    record Told(String place, String problem, UnaryOperator<String> typed) {
        static final Told NOTHING = new Told("", "", field -> "");
    }

    /// @param seen the tag of the file's text
    /// @param saved the name of what was saved just now; null: nothing was
    String page(Helplines helplines, String seen, Told told, @Nullable String saved) {
        Helplines now = helplines.asOf(today);
        head(
                now.lines().size()
                        - now.unconfirmed().size()
                        + " of "
                        + now.lines().size()
                        + " confirmed. "
                        + (now.homeIsConfirmed()
                                ? "The lines that your own country needs are confirmed."
                                : "Your own country still needs confirmed lines for emergencies, partner abuse and crises."));
        if (saved != null) {
            out.append("<p class=\"saved\" role=\"status\">Saved: ")
                    .append(esc(saved))
                    .append("</p>\n");
        }
        if (!told.problem().isEmpty()) {
            out.append("<p class=\"problem\" role=\"alert\">")
                    .append(esc(told.problem()))
                    .append(" <a href=\"#")
                    .append(esc(told.place()))
                    .append("\">Go there</a></p>\n");
        }
        for (Country country : now.countries()) {
            out.append("<h2>").append(esc(country.name())).append("</h2>\n");
            country(country, seen, told);
            lines(now, country.code(), seen, told);
        }
        for (String region : List.of("eu", "world")) {
            out.append("<h2>")
                    .append(region.equals("eu") ? "European Union" : "Everywhere")
                    .append("</h2>\n");
            lines(now, region, seen, told);
        }
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    /// Instead of the page, where the file is not there or cannot be read.
    String broken(List<String> errors) {
        head("helplines.json is not there, or has errors. Mend it with a text editor first.");
        out.append("<ul>");
        errors.forEach(error -> out.append("<li>").append(esc(error)).append("</li>"));
        return out.append("</ul>\n</main>\n</body>\n</html>\n").toString();
    }

    private void head(String count) {
        out.append(HEAD.with(Map.of("count", count)));
    }

    private void lines(Helplines helplines, String region, String seen, Told told) {
        for (Helpline line : helplines.lines()) {
            if (line.region().equals(region)) {
                line(line, seen, told);
            }
        }
    }

    private void country(Country country, String seen, Told told) {
        String place = "country-" + country.code();
        Fields fields = new Fields(place, told);
        open(
                place,
                "Words for " + country.name(),
                "Emergency number in texts: " + country.emergency(),
                fields);
        form("country/" + country.code(), seen, fields);
        fields.text("emergency", "Emergency number or numbers", country.emergency(), true);
        fields.text("silent", "What somebody who cannot speak can do", country.silent(), false);
        fields.text("crisis", "In a crisis, after “call 999, or …”", country.crisis(), false);
        out.append("<p><button class=\"main\">Save</button></p>\n");
        close();
    }

    private void line(Helpline line, String seen, Told told) {
        Fields fields = new Fields(line.id(), told);
        open(line.id(), line.name(), state(line), fields);
        out.append("<p><small>")
                .append(esc(String.join(", ", line.topics()).replace('_', ' ')))
                .append(" · for ")
                .append(line.audience().name().toLowerCase(Locale.ROOT))
                .append(line.sub() == null ? "" : " · part of the country: " + esc(line.sub()))
                .append("</small></p>\n");
        form("line/" + line.id(), seen, fields);
        fields.text("name", "Name of the service", line.name(), true);
        for (int way = 0; way < line.contacts().size() + HelplinesForm.ROOM; way++) {
            contact(way, way < line.contacts().size() ? line.contacts().get(way) : null, fields);
        }
        fields.text("source", "Where you checked it", said(line.source()), false);
        fields.text("seen-on", "On which day (year-month-day)", said(line.sourceSeen()), false);
        fields.text("note", "Note for yourself, never shown", said(line.note()), false);
        fields.text("by", "Who has checked it", said(line.confirmedBy()), false);
        out.append(
                "<p><button class=\"main\" name=\"do\" value=\"confirm\">All of this is right today: confirm</button> "
                        + "<button name=\"do\" value=\"draft\">Save as a draft</button></p>\n");
        close();
    }

    private void contact(int way, @Nullable Contact contact, Fields fields) {
        out.append("<fieldset><legend>")
                .append(contact == null ? "One more way to reach it" : "Way " + (way + 1))
                .append("</legend>\n");
        Method method = contact == null ? Method.CALL : contact.method();
        String field = "method-" + way;
        String chosen = fields.value(field, method.word());
        out.append("<p><label for=\"")
                .append(fields.id(field))
                .append("\">How</label> <select id=\"")
                .append(fields.id(field))
                .append("\" name=\"")
                .append(field)
                .append("\">");
        for (Method each : Method.values()) {
            out.append("<option value=\"")
                    .append(each.word())
                    .append(each.word().equals(chosen) ? "\" selected>" : "\">")
                    .append(WAYS.get(each))
                    .append("</option>");
        }
        out.append("</select></p>\n");
        fields.text(
                "address-" + way,
                contact == null
                        ? "Number or address"
                        : "Number as dialled in that country, or address; empty takes it away",
                contact == null ? "" : HelplinesForm.address(contact),
                false);
        fields.text(
                "text-" + way, "Word to send", contact == null ? "" : said(contact.text()), false);
        fields.text("hours-" + way, "Hours", contact == null ? "" : said(contact.hours()), false);
        fields.text("cost-" + way, "Cost", contact == null ? "" : said(contact.cost()), false);
        out.append("</fieldset>\n");
    }

    private String state(Helpline line) {
        LocalDate on = line.confirmedOn();
        return switch (line.status()) {
            case CONFIRMED ->
                    "Confirmed by "
                            + said(line.confirmedBy())
                            + " on "
                            + on
                            + (on == null ? "" : "; holds until " + on.plus(Helplines.FRESH));
            case DRAFT ->
                    on == null
                            ? "Draft: visitors read “" + Helplines.UNCHECKED + "”"
                            : "Confirmed too long ago, on " + on + ": shown as a draft";
            case EXPIRED -> "Not shown: confirmed more than two years ago, on " + on;
        };
    }

    private void open(String place, String title, String state, Fields fields) {
        out.append("<section id=\"")
                .append(esc(place))
                .append("\" class=\"helpline\">\n<h3>")
                .append(esc(title))
                .append("</h3>\n<p class=\"state\">")
                .append(esc(state))
                .append("</p>\n<details")
                .append(fields.wrong() ? " open" : "")
                .append("><summary>Confirm or correct<span class=\"unseen\"> ")
                .append(esc(title))
                .append("</span></summary>\n");
    }

    private void form(String target, String seen, Fields fields) {
        out.append("<form method=\"post\" action=\"")
                .append(HelplinesPage.PATH)
                .append('/')
                .append(esc(target))
                .append("\">\n<input type=\"hidden\" name=\"seen\" value=\"")
                .append(esc(seen))
                .append("\">\n");
        if (fields.wrong()) {
            out.append("<p class=\"problem\">").append(esc(fields.told.problem())).append("</p>\n");
        }
    }

    private void close() {
        out.append("</form></details>\n</section>\n");
    }

    /// The fields of one form, with what was typed where it was wrong.
    private final class Fields {
        private final String place;
        private final Told told;

        Fields(String place, Told told) {
            this.place = place;
            this.told = told;
        }

        boolean wrong() {
            return told.place().equals(place);
        }

        String id(String field) {
            return esc(place + "." + field);
        }

        String value(String field, String known) {
            return wrong() ? told.typed().apply(field) : known;
        }

        void text(String field, String label, String known, boolean needed) {
            out.append("<p><label for=\"")
                    .append(id(field))
                    .append("\">")
                    .append(esc(label))
                    .append("</label> <input id=\"")
                    .append(id(field))
                    .append("\" name=\"")
                    .append(field)
                    .append("\" value=\"")
                    .append(esc(value(field, known)))
                    .append("\" maxlength=\"")
                    .append(HelplinesForm.LONGEST)
                    .append("\" autocomplete=\"off\"")
                    .append(needed ? " required" : "")
                    .append("></p>\n");
        }
    }

    private static String said(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String esc(String words) {
        return Template.escaped(words);
    }
}
