package unsaid.web.socket.jetty;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Fields;
import org.glassfish.tyrus.core.RequestContext;
import org.glassfish.tyrus.core.TyrusUpgradeResponse;
import org.glassfish.tyrus.core.Utils;
import org.jspecify.annotations.Nullable;
import unsaid.web.http.Network;

/// Translates a WebSocket handshake from Jetty's words to Tyrus's and back.
final class Handshake {
    private static final int KEY_BYTES = 16;

    private Handshake() {}

    static boolean isOne(Request request) {
        return request.getHeaders().contains(HttpHeader.UPGRADE, "websocket")
                && request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1
                && "GET".equals(request.getMethod());
    }

    /// RFC 6455, 4.2.1: the key is sixteen bytes in Base64.
    static boolean hasValidKey(Request request) {
        String key = request.getHeaders().get(HttpHeader.SEC_WEBSOCKET_KEY);
        try {
            return key != null && Base64.getDecoder().decode(key.trim()).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// What Tyrus wants to know; null if the path is one that [URI] refuses.
    static @Nullable RequestContext context(Request request) {
        URI uri;
        try {
            uri = URI.create(request.getHttpURI().getPath());
        } catch (IllegalArgumentException e) {
            return null;
        }
        RequestContext context =
                RequestContext.Builder.create()
                        .requestURI(uri)
                        .queryString(request.getHttpURI().getQuery())
                        .secure(request.isSecure())
                        .parameterMap(parameters(request))
                        .remoteAddr(Network.of(Request.getRemoteAddr(request)))
                        .serverAddr(Request.getServerName(request))
                        .serverPort(Request.getServerPort(request))
                        .tyrusProperties(Map.of())
                        .build();
        copy(request.getHeaders(), context);
        return context;
    }

    private static Map<String, String[]> parameters(Request request) {
        Map<String, String[]> parameters = new HashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request, StandardCharsets.UTF_8)) {
            parameters.put(field.getName(), field.getValues().toArray(new String[0]));
        }
        return parameters;
    }

    private static void copy(HttpFields from, RequestContext to) {
        for (HttpField field : from) {
            String value = field.getValue();
            List<String> values = Utils.parseHeaderValue(value == null ? "" : value.trim());
            to.getHeaders()
                    .computeIfAbsent(field.getName(), name -> new ArrayList<>(2))
                    .addAll(values);
        }
    }

    static void copy(TyrusUpgradeResponse from, Response to) {
        from.getHeaders()
                .forEach((name, values) ->
                        to.getHeaders().put(name, Utils.getHeaderFromList(values)));
    }
}
