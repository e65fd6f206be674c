package unsaid.web.plain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Given;
import unsaid.web.http.form.Form;
import unsaid.web.plain.Fields.Kind;
import unsaid.web.plain.Wish.Panel;
import unsaid.web.turn.Request;

/// Reads what a form wants. Whatever is in it, something sensible comes of it.
final class Wishes {
    private static final int LONGEST_CODE = 60;
    private static final int MARK_BYTES = 12;

    private final Form form;
    private final String flow;
    private final String language;

    /// @param language in which a talk begins
    Wishes(Form form, String flow, String language) {
        this.form = form;
        this.flow = flow;
        this.language = language;
    }

    Wish read() {
        String to = form.get(Fields.TO);
        if (form.has("at")) {
            return new Wish.Play(new Request.Change(id(), form.get("at")));
        }
        return switch (form.get(Fields.DO)) {
            case "start" -> new Wish.Play(start());
            case "decline" -> new Wish.Show(Panel.DECLINED);
            case "answer" -> answer(to);
            case "write" -> write(to);
            case "skip" -> new Wish.Play(new Request.Skip(id(), to));
            case "unsure" -> new Wish.Play(new Request.Unsure(id(), to));
            case "back" -> command(Request.Name.BACK);
            case "enough" -> command(Request.Name.ENOUGH);
            case "restart" -> command(Request.Name.RESTART);
            case "help" -> command(Request.Name.HELP);
            case "export" -> command(Request.Name.EXPORT);
            case "keep" -> command(Request.Name.KEEP);
            case "unkeep" -> command(Request.Name.UNKEEP);
            case "erase" -> command(Request.Name.ERASE);
            case "show" -> new Wish.Show(Panel.TALK);
            case "country" -> new Wish.Show(Panel.HELP);
            case "rows" -> new Wish.Show(Panel.ROWS);
            case "offer" -> new Wish.Show(Panel.OFFER);
            case "ask-erase" -> new Wish.Show(Panel.ERASE);
            case "card" -> new Wish.SaveCard(form.get("text"));
            case "text" -> words(false);
            case "json" -> words(true);
            case "leave" -> new Wish.Leave(form.has("kept"));
            default -> new Wish.Show(Panel.GATE);
        };
    }

    private Wish command(Request.Name name) {
        return new Wish.Play(new Request.Command(id(), name));
    }

    private Wish words(boolean json) {
        Request export = new Request.Command(id(), Request.Name.EXPORT);
        return new Wish.SaveWords(export, form.has("whole"), json);
    }

    private Request start() {
        String code = form.get("code").strip();
        return new Request.Start(
                id(),
                true,
                flow,
                language,
                form.get(Fields.DOOR).isEmpty() ? null : form.get(Fields.DOOR),
                code.isEmpty() ? null : code.substring(0, Math.min(LONGEST_CODE, code.length())));
    }

    private Wish write(String to) {
        String text = form.get(Fields.LINE);
        return text.isBlank()
                ? new Wish.Unready("empty")
                : new Wish.Play(new Request.Write(id(), to, text.strip()));
    }

    private Wish answer(String to) {
        Kind kind =
                Arrays.stream(Kind.values())
                        .filter(each ->
                                each.name().toLowerCase(Locale.ROOT).equals(form.get(Fields.KIND)))
                        .findFirst()
                        .orElse(Kind.ONE);
        String missing = missing(kind);
        return missing == null
                ? new Wish.Play(new Request.Answer(id(), to, given(kind)))
                : new Wish.Unready(missing);
    }

    /// What a form of that kind must have to be an answer at all; whether the answer fits is for
    /// the engine.
    private @Nullable String missing(Kind kind) {
        return switch (kind) {
            case ONE -> form.get(Fields.VALUE).isEmpty() ? "pickOne" : null;
            case AMOUNT -> {
                String line = form.get(Fields.LINE);
                yield line.isBlank() ? "pickOne" : Numbers.read(line) == null ? "number" : null;
            }
            case ORDER -> {
                List<String> places = form.all(Fields.LINE);
                yield places.contains("") || new HashSet<>(places).size() < places.size()
                        ? "sortAll"
                        : null;
            }
            case SEVERAL, WRITTEN, LINES, PILES -> null;
        };
    }

    private Given given(Kind kind) {
        return switch (kind) {
            case ONE -> chosen(form.get(Fields.VALUE));
            case SEVERAL ->
                    new Given.Several(
                            Before.of(form).picked().keySet().stream().map(this::chosen).toList());
            case ORDER ->
                    new Given.Several(
                            form.all(Fields.LINE).stream()
                                    .map(key -> new Given.Chosen(key, null))
                                    .toList());
            case AMOUNT -> {
                Double number = Numbers.read(form.get(Fields.LINE));
                yield new Given.Amount(number == null ? 0 : number);
            }
            case WRITTEN -> new Given.Written(form.get(Fields.LINE).strip());
            case LINES ->
                    new Given.Lines(
                            form.all(Fields.LINE).stream()
                                    .map(String::strip)
                                    .filter(line -> !line.isEmpty())
                                    .toList());
            case PILES -> {
                Map<String, List<String>> piles = new LinkedHashMap<>();
                Before.of(form)
                        .piles()
                        .forEach((item, pile) ->
                                piles.computeIfAbsent(pile, any -> new ArrayList<>()).add(item));
                yield new Given.Piles(piles);
            }
        };
    }

    private Given.Chosen chosen(String key) {
        String words = form.get(Fields.WORDS + key).strip();
        return new Given.Chosen(key, words.isEmpty() ? null : words);
    }

    /// Names the frame: the same form of the same page, with the same in it, is the same frame.
    private String id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : form.names()) {
                if (!name.equals(Fields.TOKEN) && !name.equals(Fields.COUNTRY)) {
                    for (String value : form.all(name)) {
                        digest.update(
                                (name + "\n" + value + "\n").getBytes(StandardCharsets.UTF_8));
                        digest.update((byte) 0);
                    }
                }
            }
            byte[] mark = Arrays.copyOf(digest.digest(), MARK_BYTES);
            return "p." + Base64.getUrlEncoder().withoutPadding().encodeToString(mark);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The number of the turn on the page; 0 if it says none.
    int seen() {
        String seen = form.get(Fields.SEEN);
        return seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : 0;
    }
}
