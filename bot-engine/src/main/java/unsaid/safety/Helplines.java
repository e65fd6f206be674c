package unsaid.safety;

import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.safety.Helpline.Audience;
import unsaid.safety.Helpline.Contact;
import unsaid.safety.Helpline.Method;
import unsaid.safety.Helpline.Status;

/// The helplines a site shows. Never empty: whatever is missing or wrong, there is a line for
/// emergencies and two directories that lead on in any country.
///
/// @param home the country shown to those who chose none; one of `countries`
/// @param countries those a visitor can choose
/// @param lines all services, in the owner's order
public record Helplines(String home, List<Country> countries, List<Helpline> lines) {

    /// Topics a card can be about: the product's, then an owner's own.
    public Set<String> topics() {
        Set<String> topics = new LinkedHashSet<>(Helpline.TOPICS);
        lines.forEach(line -> topics.addAll(line.topics()));
        return topics;
    }

    /// How long a confirmation holds.
    public static final Period FRESH = Period.ofMonths(12);

    /// How long after its confirmation an entry is shown at all.
    public static final Period SHOWN = Period.ofMonths(24);

    /// Shown beside a service the owner has not checked.
    public static final String UNCHECKED = "not checked by this site yet";

    private static final Country ANYWHERE =
            new Country(
                    "zz",
                    "Anywhere",
                    "your local emergency number",
                    "",
                    "a crisis line",
                    Map.of(
                            "de",
                            new Country(
                                    "zz",
                                    "Irgendwo",
                                    "den Notruf an deinem Ort",
                                    "",
                                    "wende dich an ein Krisentelefon")));
    private static final Set<String> NEEDED =
            Set.of(Helpline.EMERGENCY, "partner_abuse", "suicide_crisis");
    private static final Set<String> EUROPEAN_UNION =
            Set.of(
                    "at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr",
                    "hu", "ie", "it", "lt", "lu", "lv", "mt", "nl", "pl", "pt", "ro", "se", "si",
                    "sk");
    private static final Helpline LOCAL_EMERGENCY =
            floor("local-emergency", Helpline.EMERGENCY, "Your local emergency number", null);
    private static final List<Helpline> DIRECTORIES =
            List.of(
                    floor(
                            "world-da-lila",
                            "partner_abuse",
                            "lila.help, directory of shelters and lines",
                            "https://lila.help"),
                    floor(
                            "world-crisis-find",
                            "suicide_crisis",
                            "Find A Helpline, directory",
                            "https://findahelpline.com"));

    public Helplines {
        countries = List.copyOf(countries);
        lines = List.copyOf(lines);
        Set<String> codes = new HashSet<>();
        for (Country country : countries) {
            if (!codes.add(country.code())) {
                throw new IllegalArgumentException(
                        "country " + country.code() + " is listed twice");
            }
        }
        if (!countries.isEmpty() && !codes.contains(home)) {
            throw new IllegalArgumentException(
                    "home is \"" + home + "\", which is none of the countries");
        }
        Set<String> ids = new HashSet<>();
        for (Helpline line : lines) {
            if (!ids.add(line.id())) {
                throw new IllegalArgumentException(
                        "helpline \"" + line.id() + "\" is listed twice");
            }
        }
    }

    /// What holds everywhere, for a site that has no list yet.
    public static Helplines international() {
        return new Helplines("", List.of(), List.of());
    }

    /// Those a visitor can choose: first where a language is spoken, otherwise in the owner's
    /// order. None is taken for that: what somebody speaks does not say where they are.
    ///
    /// @param language BCP 47 tag
    public List<Country> countries(String language) {
        String wished = ULocale.forLanguageTag(language).getLanguage();
        return countries.stream()
                .sorted(Comparator.comparing(country -> !spokenIn(country).equals(wished)))
                .toList();
    }

    /// What most people speak there (Unicode CLDR, likely subtags).
    private static String spokenIn(Country country) {
        return ULocale.addLikelySubtags(ULocale.forLanguageTag("und-" + country.code()))
                .getLanguage();
    }

    /// The country's emergency number or numbers; words that hold anywhere for an unknown one.
    ///
    /// @param language BCP 47 tag of the text they stand in
    public String emergency(String country, String language) {
        return known(country, language).emergency();
    }

    /// What a caller who cannot speak can do there; may be empty.
    public String silent(String country, String language) {
        return known(country, language).silent();
    }

    /// What to do in a crisis there; words that hold anywhere for an unknown country.
    public String crisis(String country, String language) {
        String crisis = known(country, language).crisis();
        return crisis.isBlank() ? ANYWHERE.in(language).crisis() : crisis;
    }

    private Country known(String country, String language) {
        Country known = country(country);
        return (known == null ? ANYWHERE : known).in(language);
    }

    /// The services to show: emergency first, then those of the country and the EU that fit a
    /// topic, checked ones before others, and last what holds anywhere. Never empty; nothing
    /// expired.
    public List<Helpline> forTopics(String country, Collection<String> topics) {
        List<Helpline> shown = new ArrayList<>();
        addAll(shown, lines.stream().filter(line -> isEmergency(line) && reaches(line, country)));
        if (shown.isEmpty()) {
            shown.add(LOCAL_EMERGENCY);
        }
        addAll(shown, fitting(topics).filter(line -> !isWorld(line) && reaches(line, country)));
        addAll(shown, fitting(topics).filter(Helplines::isWorld));
        for (Helpline directory : DIRECTORIES) {
            addAll(shown, java.util.stream.Stream.of(owners(directory)));
        }
        return List.copyOf(shown);
    }

    /// As it stands on a day: a confirmation older than [#FRESH] no longer counts, and an entry
    /// confirmed longer ago than [#SHOWN] is not shown.
    public Helplines asOf(LocalDate today) {
        return new Helplines(
                home, countries, lines.stream().map(line -> aged(line, today)).toList());
    }

    /// Entries nobody has checked, for the owner's list at start-up.
    public List<Helpline> unconfirmed() {
        return lines.stream().filter(line -> !line.checked()).toList();
    }

    /// Whether emergency, partner abuse and crisis lines of the home country are all checked: what
    /// a site owes its visitors before it opens. Owners are told; nothing is closed by it unless
    /// they wish so.
    public boolean homeIsConfirmed() {
        return NEEDED.stream()
                .allMatch(topic ->
                        lines.stream()
                                .anyMatch(line ->
                                        line.checked()
                                                && line.region().equals(home)
                                                && line.topics().contains(topic)));
    }

    private @Nullable Country country(String code) {
        for (Country country : countries) {
            if (country.code().equals(code)) {
                return country;
            }
        }
        return null;
    }

    private java.util.stream.Stream<Helpline> fitting(Collection<String> topics) {
        return lines.stream()
                .filter(line ->
                        !isEmergency(line) && line.topics().stream().anyMatch(topics::contains));
    }

    /// The owner's entry for a directory where there is one that may be shown.
    private Helpline owners(Helpline directory) {
        return lines.stream()
                .filter(line -> line.id().equals(directory.id()) && line.status() != Status.EXPIRED)
                .findFirst()
                .orElse(directory);
    }

    /// Adds, without repeating, what may be shown; checked ones first, otherwise in the owner's
    /// order.
    private static void addAll(List<Helpline> shown, java.util.stream.Stream<Helpline> more) {
        more.filter(line -> line.status() != Status.EXPIRED)
                .sorted(Comparator.comparing(line -> !line.checked()))
                .filter(line -> shown.stream().noneMatch(one -> one.id().equals(line.id())))
                .toList()
                .forEach(shown::add);
    }

    private static boolean isEmergency(Helpline line) {
        return line.topics().contains(Helpline.EMERGENCY);
    }

    private static boolean isWorld(Helpline line) {
        return line.region().equals("world");
    }

    private static boolean reaches(Helpline line, String country) {
        return line.region().equals(country)
                || (line.region().equals("eu") && EUROPEAN_UNION.contains(country));
    }

    private static Helpline aged(Helpline line, LocalDate today) {
        LocalDate confirmed = line.confirmedOn();
        if (!line.checked() || confirmed == null || today.isBefore(confirmed.plus(FRESH))) {
            return line;
        }
        Status status = today.isBefore(confirmed.plus(SHOWN)) ? Status.DRAFT : Status.EXPIRED;
        return line.standing(status, line.confirmedBy(), confirmed);
    }

    private static Helpline floor(String id, String topic, String name, @Nullable String url) {
        List<Contact> contacts =
                url == null
                        ? List.of()
                        : List.of(
                                new Contact(
                                        Method.WEB,
                                        null,
                                        null,
                                        null,
                                        null,
                                        url,
                                        null,
                                        null,
                                        List.of(),
                                        null));
        return new Helpline(
                id,
                "world",
                null,
                List.of(topic),
                Audience.ALL,
                name,
                contacts,
                null,
                null,
                Status.DRAFT,
                null,
                null,
                null);
    }
}
