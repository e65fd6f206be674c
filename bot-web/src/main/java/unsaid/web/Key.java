package unsaid.web;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import unsaid.web.http.Hosts;
import unsaid.web.http.Origins;
import unsaid.web.session.store.Stores;

/// Everything that can be set: its key, its default, its unit, what it is for, and what may stand
/// there.
enum Key {
    PORT(
            "port",
            "8080",
            "0 to 65535",
            "The port to listen on. 0 takes any free one.",
            Check.number(0, 65_535)),
    HOST(
            "host",
            "127.0.0.1",
            "address",
            "The address to listen on. 0.0.0.0 listens on all.",
            Check.SOME),
    DIALOGS("dialogs", "dialogs", "folder", "The folder of conversations.", Check.SOME),
    RELOAD(
            "dialogs.reload",
            "true",
            "true, false or 1 to 3600 seconds",
            "Whether changed conversations are taken up while the server runs. A number says how often to look where a drive does not tell of changes; otherwise every 10 seconds.",
            Check.RELOAD),
    HELPLINES_REQUIRED(
            "helplines.required",
            "false",
            "true or false",
            "Whether visitors can only tap, not write, until you have confirmed lines for emergencies, partner abuse and crises in your own country.",
            Check.TRUTH),
    ORIGINS(
            "site.origins",
            "",
            "origins, with commas between them",
            "The sites whose pages may show the chat, such as https://blog.example. This server's own may always.",
            Check.ORIGINS),
    HOSTS(
            "site.hosts",
            "",
            "names, with commas between them",
            "The names this server is reached under, such as chat.example.org. localhost and addresses in numbers always count.",
            Check.HOSTS),
    FLOW(
            "site.flow",
            "naming-fears",
            "id of a flow",
            "The conversation that the example page offers.",
            Check.SOME),
    LEAVE(
            "site.leave",
            "https://www.wikipedia.org/",
            "address",
            "The neutral page that \"Leave\" goes to. It must not be a personal one.",
            Check.ADDRESS),
    PROXY(
            "proxy",
            "false",
            "true or false",
            "Whether a proxy of yours stands in front and names the visitor in Forwarded or X-Forwarded-For.",
            Check.TRUTH),
    HTTP_HEAD(
            "http.head",
            "8192",
            "bytes",
            "The largest head of a request: its address and its headers.",
            Check.number(1_024, 1 << 16)),
    HTTP_FORM(
            "http.form",
            "65536",
            "bytes",
            "The largest form of a visitor without scripts. No other request may have a body.",
            Check.number(4_096, 1 << 20)),
    HTTP_WAIT(
            "http.wait",
            "20",
            "seconds",
            "A request's head must have come whole after so long, and its answer must have been read after as long again.",
            Check.number(1, 3_600)),
    HTTP_CONNECTIONS(
            "http.connections",
            "2000",
            "connections",
            "Open at a time for pages and handshakes; a socket does not count.",
            Check.number(1, 1_000_000)),
    HTTP_CONNECTIONS_PER_ADDRESS(
            "http.connections-per-address",
            "200",
            "connections",
            "The same from one address. Not counted behind a proxy.",
            Check.number(1, 1_000_000)),
    REST(
            "conversations.rest",
            "60",
            "seconds",
            "After so long without a turn the words of a conversation are dropped from memory. They stay in the store, sealed.",
            Check.number(1, 86_400)),
    IDLE(
            "conversations.idle",
            "30",
            "minutes",
            "A conversation is forgotten after so long without a turn.",
            Check.number(1, 1_440)),
    LONGEST(
            "conversations.longest",
            "720",
            "minutes",
            "A conversation is forgotten so long after it began.",
            Check.number(1, 10_080)),
    MOST(
            "conversations.most",
            "10000",
            "conversations",
            "So many go on at a time; then new ones are asked to wait.",
            Check.number(1, 10_000_000)),
    KEPT(
            "conversations.kept",
            "30",
            "days",
            "A conversation that its visitor wants to keep is kept for so long.",
            Check.number(8, 366)),
    STORE(
            "store",
            "sqlite:data/unsaid.db",
            "memory, sqlite:FILE or postgresql://host:port/database",
            "Where conversations are kept, sealed. Several servers can share a PostgreSQL.",
            Check.STORE),
    STORE_USER("store.user", "unsaid", "name", "The user at the PostgreSQL server.", Check.SOME),
    STORE_PASSWORD(
            "store.password",
            "",
            "text",
            "The user's password at the PostgreSQL server. Better set as UNSAID_STORE_PASSWORD.",
            Check.ANY),
    STORE_CONNECTIONS(
            "store.connections",
            "10",
            "connections",
            "Connections to the PostgreSQL server at a time, and one more that listens.",
            Check.number(1, 1_000)),
    STUDIO(
            "studio",
            "false",
            "true or false",
            "Whether authors have their workbench at /studio. For this machine alone, unless studio.password is set.",
            Check.TRUTH),
    STUDIO_PASSWORD(
            "studio.password",
            "",
            "text of 12 characters or more",
            "Opens the workbench to others, who have to type it. Better set as UNSAID_STUDIO_PASSWORD.",
            Check.ANY),
    MESSAGE(
            "socket.message",
            "16384",
            "bytes",
            "The largest frame a visitor may send.",
            Check.number(1_024, 1 << 20)),
    PAUSE(
            "socket.pause",
            "65536",
            "bytes",
            "When so much waits for a slow reader, nothing more is read from it.",
            Check.number(1_024, 1 << 24)),
    DROP(
            "socket.drop",
            "1048576",
            "bytes",
            "When so much waits for a slow reader, it is dropped. Not below socket.pause.",
            Check.number(1_024, 1 << 28)),
    SILENCE(
            "socket.silence",
            "25",
            "seconds",
            "A silent visitor is pinged, and closed after as long again.",
            Check.number(1, 3_600)),
    UNFINISHED(
            "socket.unfinished",
            "20",
            "seconds",
            "A message that was begun must have come whole after so long.",
            Check.number(1, 3_600)),
    CONNECTIONS(
            "socket.connections",
            "10000",
            "connections",
            "Open at a time.",
            Check.number(1, 1_000_000)),
    CONNECTIONS_PER_ADDRESS(
            "socket.connections-per-address",
            "200",
            "connections",
            "Open at a time from one address.",
            Check.number(1, 1_000_000)),
    FRAMES_BURST(
            "rate.frames.burst",
            "30",
            "frames",
            "A connection may send so many at once.",
            Check.number(1, 100_000)),
    FRAMES(
            "rate.frames",
            "5",
            "frames a second",
            "A connection may send so many on and on.",
            Check.number(1, 100_000)),
    ADDRESS_BURST(
            "rate.address.burst",
            "300",
            "frames",
            "An address may send so many at once.",
            Check.number(1, 1_000_000)),
    ADDRESS(
            "rate.address",
            "50",
            "frames a second",
            "An address may send so many on and on.",
            Check.number(1, 1_000_000)),
    CONVERSATION_BURST(
            "rate.conversation.burst",
            "30",
            "frames",
            "A conversation may be sent so many at once, by all its pages together.",
            Check.number(1, 100_000)),
    CONVERSATION(
            "rate.conversation",
            "5",
            "frames a second",
            "A conversation may be sent so many on and on.",
            Check.number(1, 100_000)),
    PAGES_BURST(
            "rate.pages.burst",
            "300",
            "requests",
            "An address may ask for so many pages and sockets at once.",
            Check.number(1, 1_000_000)),
    PAGES(
            "rate.pages",
            "50",
            "requests a second",
            "An address may ask for so many on and on.",
            Check.number(1, 1_000_000)),
    STARTS_BURST(
            "rate.starts.burst",
            "60",
            "conversations",
            "An address may begin, resume or keep so many at once.",
            Check.number(1, 1_000_000)),
    STARTS(
            "rate.starts",
            "60",
            "conversations a minute",
            "An address may begin, resume or keep so many on and on.",
            Check.number(1, 1_000_000)),
    CODES_BURST(
            "rate.codes.burst",
            "5",
            "codes",
            "An address may try so many codes of kept conversations at once.",
            Check.number(1, 1_000_000)),
    CODES(
            "rate.codes",
            "10",
            "codes a minute",
            "An address may try so many codes of kept conversations on and on.",
            Check.number(1, 1_000_000)),
    METRICS_PORT(
            "metrics.port",
            "off",
            "0 to 65535, or off",
            "The port for /metrics, which has one of its own. 0 takes any free one.",
            Check.numberOr(0, 65_535, "off")),
    METRICS_HOST(
            "metrics.host",
            "127.0.0.1",
            "address",
            "The address that /metrics listens on. Only whoever may count visitors should reach it.",
            Check.SOME),
    METRICS_TALKS(
            "metrics.talks",
            "false",
            "true or false",
            "Whether /metrics also tells how talks go, by flow and in whole tens: begun, come to a summary, ended, help opened.",
            Check.TRUTH),
    LOG_FORMAT(
            "log.format",
            "text",
            "text or json",
            "How the log is written: for people, or one JSON object a line.",
            Check.oneOf("text", "json")),
    LOG_LEVEL(
            "log.level",
            "info",
            "error, warn, info or debug",
            "How much is logged. Never what a visitor wrote.",
            Check.oneOf("error", "warn", "info", "debug")),
    STOP_WITHIN(
            "stop.within",
            "10",
            "seconds",
            "When told to stop, the server has ended after so long, whatever happens.",
            Check.number(2, 600));

    final String key;
    final String otherwise;
    final String unit;
    final String purpose;
    private final Check check;

    Key(String key, String otherwise, String unit, String purpose, Check check) {
        this.key = key;
        this.otherwise = otherwise;
        this.unit = unit;
        this.purpose = purpose;
        this.check = check;
    }

    /// Its name among environment variables.
    String variable() {
        return "UNSAID_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /// What must stand there, if `value` may not; null if it may.
    @Nullable String wrong(String value) {
        return check.wrong(value);
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(each -> each.key).toList();
    }

    /// What may stand as a value.
    private interface Check {
        Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
        Check SOME = value -> value.isBlank() ? "must not be empty" : null;
        Check ANY = _ -> null;
        Check STORE =
                value ->
                        Stores.FORM.matcher(value).matches()
                                ? null
                                : "must be memory, sqlite:FILE or postgresql://host:port/database";
        Check TRUTH =
                value ->
                        value.equals("true") || value.equals("false")
                                ? null
                                : "must be true or false";
        Check RELOAD =
                value ->
                        TRUTH.wrong(value) == null || number(1, 3_600).wrong(value) == null
                                ? null
                                : "must be true, false or a whole number from 1 to 3600";
        Check ORIGINS =
                value ->
                        Settings.list(value).stream().allMatch(Origins::isOne)
                                ? null
                                : "must be origins such as https://blog.example: no path, no slash at the end";
        Check HOSTS =
                value ->
                        Settings.list(value).stream().allMatch(Hosts::isOne)
                                ? null
                                : "must be names such as chat.example.org: small letters, no port";
        Check ADDRESS =
                value -> isAddress(value) ? null : "must be an address that begins with https://";

        @Nullable String wrong(String value);

        static Check oneOf(String... words) {
            return value ->
                    Arrays.asList(words).contains(value)
                            ? null
                            : "must be one of " + String.join(", ", words);
        }

        static Check numberOr(int min, int max, String word) {
            Check number = number(min, max);
            return value -> {
                String wrong = value.equals(word) ? null : number.wrong(value);
                return wrong == null ? null : wrong + ", or " + word;
            };
        }

        static Check number(int min, int max) {
            return value ->
                    WHOLE.matcher(value).matches()
                                    && Integer.parseInt(value) >= min
                                    && Integer.parseInt(value) <= max
                            ? null
                            : "must be a whole number from " + min + " to " + max;
        }

        private static boolean isAddress(String value) {
            try {
                URI address = URI.create(value);
                return "https".equals(address.getScheme()) && address.getHost() != null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
