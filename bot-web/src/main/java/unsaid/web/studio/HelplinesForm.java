package unsaid.web.studio;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import unsaid.format.Canonical;
import unsaid.format.Dialogs;
import unsaid.format.Found;
import unsaid.safety.Helpline;
import unsaid.safety.Helpline.Method;

/// Puts what an owner has typed about one helpline or one country into `helplines.json`, or says
/// why not.
final class HelplinesForm {
    /// Longest field in characters.
    static final int LONGEST = 300;

    /// How many more ways to reach a helpline the form has room for than there are.
    static final int ROOM = 1;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FILE = Folder.Name.HELPLINES.file();
    private static final Pattern DIAL = Pattern.compile("[0-9*#][0-9 ()/.*#-]*");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final int FEWEST_DIGITS = 2;
    private static final int MOST_DIGITS = 15;

    private final UnaryOperator<String> typed;

    /// @param typed a field's name → what stands in it; empty where there is none
    HelplinesForm(UnaryOperator<String> typed) {
        this.typed = typed;
    }

    /// Something that cannot be taken as it was typed. Its message is for the owner.
    static final class NonsenseException extends Exception {
        private static final long serialVersionUID = 1;

        NonsenseException(String message) {
            super(message);
        }
    }

    /// The file with one helpline as it was typed.
    ///
    /// @param confirms whether the owner says that all of it was checked today
    /// @throws NonsenseException if it cannot be taken
    String line(String file, String id, boolean confirms, LocalDate today)
            throws NonsenseException {
        JsonNode root = JSON.readTree(file);
        ObjectNode line = named(root.path("lines"), "id", id);
        boolean national = line.path("region").asString("").length() == 2;
        line.put("name", needed("name", "Write the name of the service."));
        line.set("contacts", contacts(line.path("contacts"), national && !isEu(line)));
        if (line.path("contacts").isEmpty()) {
            throw new NonsenseException("Leave at least one way to reach it.");
        }
        orNull(line, "source", text("source"));
        orNull(line, "sourceSeen", day(text("seen-on"), today));
        String note = text("note");
        if (note.isEmpty()) {
            line.remove("note");
        } else {
            line.put("note", note);
        }
        if (confirms) {
            confirm(line, today);
        } else {
            line.put("status", "draft").putNull("confirmedBy").putNull("confirmedOn");
        }
        return sound(file, root);
    }

    private void confirm(ObjectNode line, LocalDate today) throws NonsenseException {
        String by = needed("by", "Write who has checked it: a name, or a role such as \"owner\".");
        if (line.path("source").asString("").isEmpty()) {
            throw new NonsenseException(
                    "Write where you checked it: the service's own page, or \"called them\".");
        }
        if (line.path("sourceSeen").asString("").isEmpty()) {
            line.put("sourceSeen", today.toString());
        }
        line.put("status", "confirmed").put("confirmedBy", by);
        line.put("confirmedOn", today.toString());
    }

    /// The file with one country's words as they were typed.
    ///
    /// @throws NonsenseException if they cannot be taken
    String country(String file, String code) throws NonsenseException {
        JsonNode root = JSON.readTree(file);
        ObjectNode country = named(root.path("countries"), "code", code);
        String emergency = needed("emergency", "Write the emergency number.");
        if (emergency.chars().noneMatch(Character::isDigit) || emergency.startsWith("+")) {
            throw new NonsenseException(
                    "Write the emergency number as people there dial it, such as 112 or 999.");
        }
        country.put("emergency", emergency);
        country.put("silent", text("silent"));
        country.put("crisis", text("crisis"));
        return sound(file, root);
    }

    private static boolean isEu(JsonNode line) {
        return line.path("region").asString("").equals("eu");
    }

    private static ObjectNode named(JsonNode list, String key, String name)
            throws NonsenseException {
        for (JsonNode each : list) {
            if (each instanceof ObjectNode found && found.path(key).asString("").equals(name)) {
                return found;
            }
        }
        throw new NonsenseException("There is no such entry any more.");
    }

    private ArrayNode contacts(JsonNode before, boolean national) throws NonsenseException {
        ArrayNode contacts = JSON.createArrayNode();
        for (int way = 0; way < before.size() + ROOM; way++) {
            String address = text("address-" + way);
            if (!address.isEmpty()) {
                ObjectNode like =
                        before.path(way) instanceof ObjectNode known
                                ? known.deepCopy()
                                : JSON.createObjectNode();
                contacts.add(contact(like, way, address, national));
            }
        }
        return contacts;
    }

    /// Languages and traces stay as they were.
    private ObjectNode contact(ObjectNode like, int way, String address, boolean national)
            throws NonsenseException {
        Method method = method(text("method-" + way));
        like.remove(List.of("method", "dial", "tel", "to", "text", "url", "hours", "cost"));
        ObjectNode contact = JSON.createObjectNode().put("method", method.word());
        switch (method) {
            case CALL, TTY -> {
                String dial = number(address, national);
                contact.put("dial", dial).put("tel", "tel:" + dial.replaceAll("[^0-9+*#]", ""));
            }
            case TEXT, WHATSAPP -> contact.put("to", number(address, national));
            case EMAIL -> {
                if (!MAIL.matcher(address).matches()) {
                    throw new NonsenseException("\"" + address + "\" is no e-mail address.");
                }
                contact.put("to", address);
            }
            case CHAT, WEB -> {
                if (!address.startsWith("https://")) {
                    throw new NonsenseException(
                            "Write \"" + address + "\" as an address that begins with https://.");
                }
                contact.put("url", address);
            }
        }
        for (String optional : List.of("text", "hours", "cost")) {
            String said = text(optional + "-" + way);
            if (!said.isEmpty()) {
                contact.put(optional, said);
            }
        }
        contact.setAll(like);
        return contact;
    }

    private static Method method(String word) throws NonsenseException {
        for (Method method : Method.values()) {
            if (method.word().equals(word)) {
                return method;
            }
        }
        throw new NonsenseException("Choose how to reach it: call, text, web …");
    }

    /// A number as somebody in its country dials it.
    private static String number(String typed, boolean national) throws NonsenseException {
        boolean abroad = typed.startsWith("+");
        if (abroad && national) {
            throw new NonsenseException(
                    "Write \"" + typed + "\" as people in that country dial it, without the +.");
        }
        long digits = typed.chars().filter(Character::isDigit).count();
        if (!DIAL.matcher(abroad ? typed.substring(1) : typed).matches()
                || digits < FEWEST_DIGITS
                || digits > MOST_DIGITS) {
            throw new NonsenseException("\"" + typed + "\" is no number that can be dialled.");
        }
        return typed;
    }

    private static @Nullable String day(String typed, LocalDate today) throws NonsenseException {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.isAfter(today)) {
                throw new NonsenseException("\"" + typed + "\" is still to come.");
            }
            return day.toString();
        } catch (DateTimeException e) {
            throw new NonsenseException(
                    "\"" + typed + "\" is no day: write year-month-day, such as 2026-01-31.");
        }
    }

    private String needed(String field, String otherwise) throws NonsenseException {
        String text = text(field);
        if (text.isEmpty()) {
            throw new NonsenseException(otherwise);
        }
        return text;
    }

    private String text(String field) throws NonsenseException {
        String text = typed.apply(field).strip();
        if (text.length() > LONGEST) {
            throw new NonsenseException(
                    "\"" + text.substring(0, 20) + " …\" is longer than " + LONGEST + " letters.");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new NonsenseException("Write each field on one line.");
        }
        return text;
    }

    private static void orNull(ObjectNode line, String key, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            line.putNull(key);
        } else {
            line.put(key, text);
        }
    }

    /// What the reader of the file says is the last word.
    private static String sound(String before, JsonNode root) throws NonsenseException {
        String after = JSON.writeValueAsString(root);
        List<String> known = errors(before);
        for (String error : errors(after)) {
            if (!known.contains(error)) {
                throw new NonsenseException(error);
            }
        }
        String written = Canonical.of(FILE, after, new ArrayList<>());
        return written == null ? after : written;
    }

    private static List<String> errors(String file) {
        return Dialogs.read(Map.of(FILE, file), Dialogs.PRIVACY).findings().stream()
                .filter(found -> found.file().equals(FILE) && found.isError())
                .map(Found::finding)
                .map(finding -> finding.message())
                .toList();
    }

    /// How a way to reach a helpline is written in the form's one field for it.
    static String address(Helpline.Contact contact) {
        String address =
                switch (contact.method()) {
                    case CALL, TTY -> contact.dial();
                    case TEXT, WHATSAPP, EMAIL -> contact.to();
                    case CHAT, WEB -> contact.url();
                };
        return address == null ? "" : address;
    }
}
