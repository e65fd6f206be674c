package unsaid.web.plain;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import unsaid.safety.Country;
import unsaid.safety.Helpline;
import unsaid.safety.Helplines;
import unsaid.web.plain.Html.Tag;

/// People who help, on every page: the page has them when the server is gone. A card is never
/// empty.
final class Help {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Helplines helplines;
    private final Words words;
    private final String country;

    /// @param country as the visitor chose; empty: the owner's
    static Help near(Helplines helplines, Words words, String country) {
        return new Help(helplines, words, country.isEmpty() ? helplines.home() : country);
    }

    /// @param country empty: none is chosen
    private Help(Helplines helplines, Words words, String country) {
        this.helplines = helplines;
        this.words = words;
        this.country = country;
    }

    /// For a page that has all of it: the choice of a country, and the card of each. What a card
    /// has under an earlier heading already, or under one that is seldom asked for, is hidden.
    static String everywhere(Helplines helplines, Words words) {
        StringBuilder markup = new StringBuilder();
        Help home = new Help(helplines, words, helplines.home());
        if (!helplines.countries().isEmpty()) {
            Html.tag("div").is("class", "row country").add(home.choice()).write(markup);
        }
        Stream.concat(helplines.countries().stream().map(Country::code), Stream.of(""))
                .map(code -> new Help(helplines, words, code).whole())
                .forEach(card -> card.write(markup));
        return markup.toString();
    }

    private Html whole() {
        List<String> topics =
                Stream.concat(
                                Helpline.TOPICS.stream(),
                                helplines.lines().stream()
                                        .flatMap(line -> line.topics().stream())
                                        .sorted())
                        .distinct()
                        .toList();
        Set<String> shown = new HashSet<>();
        Tag card = Html.tag("div").is("class", "helplines").is("data-in", country);
        List<Helpline> near = helplines.forTopics(country, topics);
        for (String topic : topics) {
            List<Html> lines = new ArrayList<>();
            boolean any = false;
            for (Helpline line : under(topic, near)) {
                boolean first = shown.add(line.id());
                any |= first;
                lines.add(line(line).is("hidden", !first));
            }
            boolean now = topic.equals(Helpline.EMERGENCY);
            if (now || !lines.isEmpty()) {
                card.add(
                        section(topic, "h2", lines)
                                .is("data-topic", topic)
                                .is("hidden", !now && (!any || !Helpline.TOPICS.contains(topic))));
            }
        }
        return card.add(traces());
    }

    /// A card about these topics; emergency first.
    Html card(List<String> wanted, String heading) {
        Set<String> shown = new HashSet<>();
        Tag card = Html.tag("div").is("class", "helplines");
        List<Helpline> near = helplines.forTopics(country, wanted);
        Stream.concat(Stream.of(Helpline.EMERGENCY), wanted.stream())
                .distinct()
                .forEach(topic -> {
                    List<Tag> lines =
                            under(topic, near).stream()
                                    .filter(line -> shown.add(line.id()))
                                    .map(this::line)
                                    .toList();
                    if (topic.equals(Helpline.EMERGENCY) || !lines.isEmpty()) {
                        card.add(section(topic, heading, lines));
                    }
                });
        return card.add(traces());
    }

    private Html traces() {
        return Html.tag("p", words.text("traces")).is("class", "hint");
    }

    /// The lines for a topic; without those of the place for emergencies, whose numbers stand above
    /// them.
    private List<Helpline> under(String topic, List<Helpline> near) {
        boolean own = topic.equals(Helpline.EMERGENCY) && place() != null;
        return near.stream()
                .filter(line -> line.topics().contains(topic))
                .filter(line -> !own || !line.region().equals(country))
                .filter(Help::reachable)
                .toList();
    }

    private Tag section(String topic, String heading, List<? extends Html> lines) {
        boolean now = topic.equals(Helpline.EMERGENCY);
        String title = words.of("topics", topic);
        String where = now && place() != null ? " (" + named(country) + ")" : "";
        Tag section =
                Html.tag("section", Html.tag(heading, (title == null ? topic : title) + where));
        if (now) {
            section.is("class", "now").add(emergency());
        }
        return lines.isEmpty() ? section : section.add(Html.tag("ul").add(lines));
    }

    private static boolean reachable(Helpline line) {
        return !line.contacts().isEmpty();
    }

    /// The numbers of the place, or those of many places where none is chosen.
    private Html emergency() {
        Country place = place();
        if (place == null) {
            return Html.tag("p", words.text("floor"));
        }
        Tag row = Html.tag("div").is("class", "row");
        Matcher numbers = NUMBER.matcher(place.emergency());
        while (numbers.find()) {
            row.add(link("tel:" + numbers.group(), words.text("call") + " " + numbers.group()));
        }
        String silent = helplines.silent(country, words.language());
        boolean checked =
                helplines.lines().stream()
                        .anyMatch(line ->
                                line.checked()
                                        && line.region().equals(place.code())
                                        && line.topics().contains(Helpline.EMERGENCY));
        return Html.all(
                row,
                silent.isBlank() ? Html.NOTHING : Html.tag("p", silent),
                checked ? Html.NOTHING : Html.tag("small", "(" + words.text("unchecked") + ")"));
    }

    private @Nullable Country place() {
        return helplines.countries().stream()
                .filter(each -> each.code().equals(country))
                .findFirst()
                .orElse(null);
    }

    private Tag line(Helpline line) {
        String hours =
                line.contacts().stream()
                        .map(Helpline.Contact::hours)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining(", "));
        String whom = words.of("audiences", line.audience().name().toLowerCase(Locale.ROOT));
        String small =
                Stream.of(
                                whom == null ? "" : whom,
                                hours.isEmpty() ? "" : words.text("hours", hours),
                                line.checked() ? "" : "(" + words.text("unchecked") + ")")
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
        return Html.tag(
                "li",
                Html.tag("strong", line.name()),
                Html.tag("div")
                        .is("class", "row")
                        .add(line.contacts().stream().map(this::contact).toList()),
                Html.tag("small", small));
    }

    private Html contact(Helpline.Contact contact) {
        return switch (contact.method()) {
            case CALL -> dial(contact, "call");
            case TTY -> dial(contact, "tty");
            case TEXT -> {
                String to = Objects.requireNonNullElse(contact.to(), "");
                String text = contact.text() == null ? "" : ": " + contact.text();
                yield link("sms:" + digits(to), words.text("text") + " " + to + text);
            }
            case WHATSAPP -> by("WhatsApp " + contact.to());
            case EMAIL -> by(Objects.requireNonNullElse(contact.to(), ""));
            case CHAT -> page(contact, "chat");
            case WEB -> page(contact, "site");
        };
    }

    private static Html by(String text) {
        return Html.tag("span", text).is("class", "by");
    }

    private Html dial(Helpline.Contact contact, String how) {
        String dial = Objects.requireNonNullElse(contact.dial(), "");
        return link(
                contact.tel() == null ? "tel:" + digits(dial) : contact.tel(),
                words.text(how) + " " + dial);
    }

    private Html page(Helpline.Contact contact, String how) {
        String url = Objects.requireNonNullElse(contact.url(), "");
        String host = Objects.requireNonNullElse(URI.create(url).getHost(), "");
        return link(url, words.text(how) + ": " + host.replaceFirst("^www\\.", ""))
                .is("target", "_blank");
    }

    private static Tag link(String address, String text) {
        return Html.tag("a", text)
                .is("class", "contact")
                .is("href", address)
                .is("rel", "noreferrer noopener");
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9+*#]", "");
    }

    /// Lets the visitor choose a country. Nothing is looked up from an address.
    Html chooser(Fields fields) {
        if (helplines.countries().isEmpty()) {
            return Html.NOTHING;
        }
        return fields.form("country")
                .is("class", "row country")
                .add(choice(), Html.tag("button", words.text("show")));
    }

    /// A country as the visitor's language calls it.
    private String named(String code) {
        return Locale.of("", code.toUpperCase(Locale.ROOT))
                .getDisplayCountry(Locale.forLanguageTag(words.language()));
    }

    private Html choice() {
        Tag select =
                Html.tag("select", Html.tag("option", words.text("anywhere")).is("value", ""))
                        .is("name", "place")
                        .is("id", "place");
        for (Country each : helplines.countries(words.language())) {
            select.add(
                    Html.tag("option", named(each.code()))
                            .is("value", each.code())
                            .is("selected", each.code().equals(country)));
        }
        return Html.all(Html.tag("label", words.text("country")).is("for", "place"), select);
    }
}
