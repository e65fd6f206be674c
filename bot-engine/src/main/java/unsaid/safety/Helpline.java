package unsaid.safety;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One service that helps, as the owner of the site has written it down.
///
/// @param id its name in the list
/// @param region a country's code, or `eu`, or `world`
/// @param sub part of the country, such as `sct`; null: all of it
/// @param topics what it helps with, such as `partner_abuse`
/// @param audience whom it is for
/// @param name what it calls itself
/// @param contacts how to reach it; empty only for an emergency line without a known number
/// @param source where the entry was seen; null: nowhere yet
/// @param sourceSeen when; null: not written down
/// @param status whether the owner has checked it
/// @param confirmedBy who checked it; null unless confirmed
/// @param confirmedOn when; null unless confirmed
/// @param note for the owner, never shown; null: none
public record Helpline(
        String id,
        String region,
        @Nullable String sub,
        List<String> topics,
        Audience audience,
        String name,
        List<Contact> contacts,
        @Nullable String source,
        @Nullable LocalDate sourceSeen,
        Status status,
        @Nullable String confirmedBy,
        @Nullable LocalDate confirmedOn,
        @Nullable String note) {

    /// The topic that comes first on every card.
    public static final String EMERGENCY = "emergency";

    /// Topics that the product has a heading for, in the order in which cards show them.
    public static final List<String> TOPICS =
            List.of(
                    EMERGENCY,
                    "partner_abuse",
                    "suicide_crisis",
                    "relationship",
                    "own_behaviour",
                    "youth",
                    "child");

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Pattern TOPIC = Pattern.compile("[a-z]+(_[a-z]+)*");

    public Helpline {
        topics = List.copyOf(topics);
        contacts = List.copyOf(contacts);
        require(ID.matcher(id).matches(), id, "its id is made of a-z, 0-9 and -");
        require(
                region.equals("eu")
                        || region.equals("world")
                        || Country.CODE.matcher(region).matches(),
                id,
                "its region is a country's code, eu or world, not \"" + region + '"');
        require(!topics.isEmpty(), id, "it has no topic");
        for (String topic : topics) {
            require(TOPIC.matcher(topic).matches(), id, "\"" + topic + "\" is no topic");
        }
        require(!name.isBlank(), id, "it has no name");
        require(!contacts.isEmpty() || topics.contains(EMERGENCY), id, "it has no contact");
        require(
                status != Status.CONFIRMED || (confirmedBy != null && confirmedOn != null),
                id,
                "it is confirmed, so it needs confirmedBy and confirmedOn");
    }

    /// The same service, as somebody has found it on a day.
    ///
    /// @throws IllegalArgumentException if it is confirmed and nobody or no day is named
    public Helpline standing(Status now, @Nullable String by, @Nullable LocalDate on) {
        return new Helpline(
                id,
                region,
                sub,
                topics,
                audience,
                name,
                contacts,
                source,
                sourceSeen,
                now,
                by,
                on,
                note);
    }

    /// Whom a service is for.
    public enum Audience {
        ALL,
        WOMEN,
        MEN,
        LGBTQ,
        YOUTH
    }

    /// Whether the owner of the site has checked an entry.
    public enum Status {
        /// Written down, checked by nobody; shown with a word about that.
        DRAFT,
        /// Checked within the last twelve months.
        CONFIRMED,
        /// Too old to be shown.
        EXPIRED
    }

    /// How to reach a service. Everything is written as people in its country dial or type it.
    ///
    /// @param dial what is dialled
    /// @param tel the link that dials it, `tel:…`
    /// @param to the number or address a message goes to
    /// @param text the word to send; null: anything
    /// @param url an `https` address
    /// @param hours when, as the service says it
    /// @param cost as the service says it
    /// @param languages spoken; empty: not written down
    /// @param traces what it leaves on a bill or phone; null: not written down
    public record Contact(
            Method method,
            @Nullable String dial,
            @Nullable String tel,
            @Nullable String to,
            @Nullable String text,
            @Nullable String url,
            @Nullable String hours,
            @Nullable String cost,
            List<String> languages,
            @Nullable Traces traces) {

        public Contact {
            languages = List.copyOf(languages);
            boolean reachable =
                    switch (method) {
                        case CALL, TTY -> dial != null && !dial.isBlank();
                        case TEXT, WHATSAPP, EMAIL -> to != null && !to.isBlank();
                        case CHAT, WEB -> url != null;
                    };
            if (!reachable) {
                throw new IllegalArgumentException(
                        "a contact by " + method.word() + " says not whom to reach");
            }
            if (tel != null && !tel.matches("tel:[0-9+*#]+")) {
                throw new IllegalArgumentException("not a link that dials: \"" + tel + '"');
            }
            if (url != null && !secure(url)) {
                throw new IllegalArgumentException("not an https address: \"" + url + '"');
            }
        }

        private static boolean secure(String url) {
            try {
                URI address = URI.create(url);
                return "https".equals(address.getScheme()) && address.getHost() != null;
            } catch (IllegalArgumentException notAnAddress) {
                return false;
            }
        }
    }

    /// What a contact leaves behind, in the words `yes`, `no` and `unknown`.
    public record Traces(@Nullable String bill, @Nullable Boolean callLog) {}

    /// A way to reach a service.
    public enum Method {
        CALL,
        TTY,
        TEXT,
        WHATSAPP,
        EMAIL,
        CHAT,
        WEB;

        /// As written in the file.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// True where the entry may be shown without a word about not being checked.
    public boolean checked() {
        return status == Status.CONFIRMED;
    }

    private static void require(boolean holds, String id, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("helpline \"" + id + "\": " + otherwise);
        }
    }
}
