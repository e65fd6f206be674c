package unsaid.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import unsaid.flow.Flow;

/// What owners need to put a talk on a page: `/embed` writes the line for it, `/oembed` answers
/// editors that were given the address of a talk.
public final class Embedding {
    private static final int WIDTH = 660;
    private static final int HEIGHT = 640;
    private static final int SHORT_HASH = 5;
    private static final Pattern TALK = Pattern.compile("/chat/([a-z0-9-]{1,100})/?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{2,4}");

    private final Function<String, @Nullable Flow> flows;
    private final Supplier<List<Flow>> all;
    private final String first;
    private final Headers headers;
    private final Template page = Template.of("embed.html");
    private final String version;
    private final String integrity;

    /// @param flows id → flow as it is now, null if there is none
    /// @param all flows as they are now
    /// @param first id of the flow that is offered first
    public Embedding(
            Function<String, @Nullable Flow> flows,
            Supplier<List<Flow>> all,
            String first,
            Origins origins) {
        this.flows = flows;
        this.all = all;
        this.first = first;
        headers = new Headers(origins);
        byte[] loader = Objects.requireNonNull(File.of("unsaid.js"), "unsaid.js").content();
        version =
                "unsaid-"
                        + HexFormat.of().formatHex(hash("SHA-256", loader), 0, SHORT_HASH)
                        + ".js";
        integrity = "sha384-" + Base64.getEncoder().encodeToString(hash("SHA-384", loader));
    }

    /// Adds the routes.
    public void route(RoutesConfig routes) {
        routes.get("/embed", this::embed);
        routes.get("/oembed", this::oembed);
    }

    private void embed(Context answer) {
        headers.host(answer);
        List<List<String>> named =
                all.get().stream().map(flow -> List.of(flow.id(), flow.title())).toList();
        answer.contentType("text/html; charset=utf-8")
                .result(
                        page.with(
                                Map.of(
                                        "flows",
                                        JsonMapper.shared().writeValueAsString(named),
                                        "flow",
                                        first,
                                        "loader",
                                        version,
                                        "integrity",
                                        integrity)));
    }

    /// As oembed.com says: 404 for what is no talk, 501 for XML.
    private void oembed(Context answer) {
        String format = answer.queryParam("format");
        String id = talk(answer.queryParam("url"), answer.host());
        Flow flow = id == null ? null : flows.apply(id);
        if (flow == null) {
            answer.status(HttpStatus.NOT_FOUND);
        } else if (format != null && !format.equals("json")) {
            answer.status(HttpStatus.NOT_IMPLEMENTED);
        } else {
            answer.contentType("application/json; charset=utf-8")
                    .result(JsonMapper.shared().writeValueAsString(card(answer, flow)));
        }
    }

    private static Map<String, Object> card(Context answer, Flow flow) {
        int width = most(answer.queryParam("maxwidth"), WIDTH);
        int height = most(answer.queryParam("maxheight"), HEIGHT);
        String html =
                "<iframe src=\"%s://%s/chat/%s?embed=inline\" title=\"A quiet talk\" width=\"%d\" height=\"%d\" style=\"border:0;border-radius:20px;max-width:100%%\" loading=\"lazy\" referrerpolicy=\"no-referrer\"></iframe>"
                        .formatted(answer.scheme(), answer.host(), flow.id(), width, height);
        return Map.of(
                "version",
                "1.0",
                "type",
                "rich",
                "title",
                "A quiet talk",
                "html",
                html,
                "width",
                width,
                "height",
                height);
    }

    private static int most(@Nullable String asked, int ours) {
        return asked != null && NUMBER.matcher(asked).matches()
                ? Math.min(Integer.parseInt(asked), ours)
                : ours;
    }

    /// The id in an address of ours; null if it is another's.
    private static @Nullable String talk(@Nullable String address, @Nullable String host) {
        if (address == null) {
            return null;
        }
        try {
            URI uri = URI.create(address);
            Matcher path = TALK.matcher(String.valueOf(uri.getPath()));
            boolean ours = uri.getAuthority() == null || uri.getAuthority().equals(host);
            return ours && path.matches() ? path.group(1) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] hash(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
