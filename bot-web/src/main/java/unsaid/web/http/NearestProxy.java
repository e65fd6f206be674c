package unsaid.web.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/// Believes of `Forwarded` and `X-Forwarded-For` only the last entry: the owner's proxy wrote it.
/// What stands before it was sent by the visitor, who could count as somebody else with it. Comes
/// before Jetty's own customizer.
public final class NearestProxy implements HttpConfiguration.Customizer {
    @Override
    public Request customize(Request request, HttpFields.Mutable response) {
        HttpFields.Mutable headers = HttpFields.build(request.getHeaders());
        last(headers, HttpHeader.FORWARDED);
        last(headers, HttpHeader.X_FORWARDED_FOR);
        HttpFields believed = headers.asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return believed;
            }
        };
    }

    private static void last(HttpFields.Mutable headers, HttpHeader name) {
        var values = headers.getCSV(name, true);
        if (values.size() > 1) {
            headers.put(name, values.getLast());
        }
    }
}
