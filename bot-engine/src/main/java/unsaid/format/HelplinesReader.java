package unsaid.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Nearest;
import unsaid.flow.Finding;
import unsaid.flow.Pointer;
import unsaid.flow.Rule;
import unsaid.safety.Country;
import unsaid.safety.Helpline;
import unsaid.safety.Helplines;

/// `helplines.json` → the helplines a site shows. What is wrong is told; what is right still
/// counts, so that a card is never empty.
final class HelplinesReader {
    private static final String FILE = "helplines.json";

    private final List<Finding> findings = new ArrayList<>();

    /// @param text null if there is no such file
    static Helplines read(@Nullable String text, List<Found> found) {
        if (text == null) {
            found.add(
                    Found.at(
                            FILE,
                            Json.Spot.START,
                            Finding.of(
                                    Rule.NO_HELPLINES,
                                    "",
                                    "there is no helplines.json",
                                    "add the numbers of your country; until then only directories are shown")));
            return Helplines.international();
        }
        Json json = JsonText.read(text, FILE, found);
        if (json == null) {
            return Helplines.international();
        }
        HelplinesReader reader = new HelplinesReader();
        Helplines helplines = reader.read(json);
        Places places = new Places(FILE, json);
        reader.findings.stream().map(places::of).forEach(found::add);
        return helplines;
    }

    private Helplines read(Json json) {
        Fields fields = new Fields(json, Pointer.ROOT, "the list of helplines", findings);
        fields.text("$schema");
        String home =
                fields.text(
                        "home",
                        "name the country shown to visitors who chose none, such as \"gb\"");
        List<Country> countries = fields.list("countries", false, this::country);
        List<Helpline> lines = fields.list("lines", false, this::line);
        fields.done();
        List<String> codes = countries.stream().map(Country::code).toList();
        if (!home.isEmpty() && !codes.isEmpty() && !codes.contains(home)) {
            fields.bad(
                    "home",
                    "\"home\" is \"" + home + "\", which is none of the countries",
                    "write one of " + String.join(", ", codes));
            return Helplines.international();
        }
        try {
            return new Helplines(home, countries, lines);
        } catch (IllegalArgumentException e) {
            wrong(Pointer.ROOT, e);
            return Helplines.international();
        }
    }

    private @Nullable Country country(Json json, Pointer pointer) {
        Fields fields = new Fields(json, pointer, "a country", findings);
        String code = fields.text("code", "write its two letters, such as \"gb\"");
        String name = fields.text("name", "write its name");
        String emergency = fields.text("emergency", "write its emergency number");
        String silent = fields.text("silent");
        String crisis = fields.text("crisis");
        Map<String, Country> in = new HashMap<>();
        fields.list("in", false, (each, at) -> spoken(code, name, each, at, in));
        fields.done();
        try {
            return new Country(
                    code,
                    name,
                    emergency,
                    silent == null ? "" : silent,
                    crisis == null ? "" : crisis,
                    in);
        } catch (IllegalArgumentException e) {
            wrong(pointer, e);
            return null;
        }
    }

    /// A country's words in another language.
    private @Nullable Country spoken(
            String code, String name, Json json, Pointer pointer, Map<String, Country> in) {
        Fields fields = new Fields(json, pointer, "a country's words in a language", findings);
        String language = fields.text("language", "write the language, such as \"de\"");
        String emergency = fields.text("emergency", "write its emergency number, as it is said");
        String silent = fields.text("silent");
        String crisis = fields.text("crisis");
        fields.done();
        try {
            Country spoken =
                    new Country(
                            code,
                            name,
                            emergency,
                            silent == null ? "" : silent,
                            crisis == null ? "" : crisis);
            in.put(language, spoken);
            return spoken;
        } catch (IllegalArgumentException e) {
            wrong(pointer, e);
            return null;
        }
    }

    /// An owner may have topics of their own; one that is nearly the product's is a slip.
    private static void slip(String topic, Fields fields) {
        boolean own = Helpline.TOPICS.contains(topic) || Nearest.to(topic, Helpline.TOPICS) == null;
        if (!own) {
            fields.strange("topics", "\"" + topic + "\" is no topic", topic, Helpline.TOPICS, "");
        }
    }

    private @Nullable Helpline line(Json json, Pointer pointer) {
        Fields fields = new Fields(json, pointer, "a helpline", findings);
        String id = fields.text("id", "give it an id, such as \"gb-crisis\"");
        String region = fields.text("region", "write a country's code, \"eu\" or \"world\"");
        String sub = nullable(fields, "sub");
        List<String> topics = fields.texts("topics");
        topics.forEach(topic -> slip(topic, fields));
        Helpline.Audience audience =
                word(fields, "audience", Helpline.Audience.class, Helpline.Audience.ALL);
        String name = fields.text("name", "write what it calls itself");
        List<Helpline.Contact> contacts = fields.list("contacts", false, this::contact);
        String source = nullable(fields, "source");
        LocalDate seen = day(fields, "sourceSeen");
        Helpline.Status status =
                word(fields, "status", Helpline.Status.class, Helpline.Status.DRAFT);
        String by = nullable(fields, "confirmedBy");
        LocalDate on = day(fields, "confirmedOn");
        String note = fields.text("note");
        fields.done();
        try {
            return new Helpline(
                    id, region, sub, topics, audience, name, contacts, source, seen, status, by, on,
                    note);
        } catch (IllegalArgumentException e) {
            wrong(pointer, e);
            return null;
        }
    }

    private Helpline.@Nullable Contact contact(Json json, Pointer pointer) {
        Fields fields = new Fields(json, pointer, "a contact", findings);
        Helpline.Method method = word(fields, "method", Helpline.Method.class, Helpline.Method.WEB);
        String dial = fields.text("dial");
        String tel = fields.text("tel");
        String to = fields.text("to");
        String text = fields.text("text");
        String url = fields.text("url");
        String hours = fields.text("hours");
        String cost = fields.text("cost");
        List<String> languages = fields.texts("languages");
        Helpline.Traces traces = traces(fields);
        fields.done();
        try {
            return new Helpline.Contact(
                    method, dial, tel, to, text, url, hours, cost, languages, traces);
        } catch (IllegalArgumentException e) {
            wrong(pointer, e);
            return null;
        }
    }

    private Helpline.@Nullable Traces traces(Fields contact) {
        Json json = contact.get("traces");
        if (json == null) {
            return null;
        }
        Fields fields = new Fields(json, contact.pointer("traces"), "the traces", findings);
        Helpline.Traces traces =
                new Helpline.Traces(
                        fields.text("bill"),
                        fields.has("callLog") ? fields.truth("callLog") : null);
        fields.done();
        return traces;
    }

    private static @Nullable String nullable(Fields fields, String name) {
        return fields.get(name) instanceof Json.Nul ? null : fields.text(name);
    }

    private static @Nullable LocalDate day(Fields fields, String name) {
        String text = nullable(fields, name);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            fields.bad(
                    name,
                    "\"" + text + "\" is no day",
                    "write year-month-day, such as \"2026-01-31\"");
            return null;
        }
    }

    private static <E extends Enum<E>> E word(
            Fields fields, String name, Class<E> type, E missing) {
        String word = fields.text(name);
        if (word == null) {
            return missing;
        }
        for (E each : type.getEnumConstants()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        List<String> words =
                java.util.Arrays.stream(type.getEnumConstants())
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .toList();
        fields.bad(
                name,
                "\"" + word + "\" is not known here",
                "write one of " + String.join(", ", words));
        return missing;
    }

    private void wrong(Pointer pointer, IllegalArgumentException e) {
        findings.add(
                Finding.of(
                        Rule.BAD_VALUE,
                        pointer,
                        String.valueOf(e.getMessage()),
                        "mend it; until then it is not shown"));
    }
}
