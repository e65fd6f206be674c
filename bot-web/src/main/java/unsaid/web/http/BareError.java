package unsaid.web.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// A refusal in one line of plain text that repeats nothing of what was asked. Also the last word
/// of Jetty itself, which would repeat the address.
public final class BareError extends ErrorHandler {
    /// Answers, and closes the connection: what else came on it is not read.
    public static void send(Response response, Callback callback, int status, String words) {
        response.setStatus(status);
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8")
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                .put("X-Content-Type-Options", "nosniff")
                .put("Referrer-Policy", "no-referrer")
                .put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .put(HttpHeader.CONNECTION, "close");
        Content.Sink.write(response, true, words + "\n", callback);
    }

    /// The same in the status's own words.
    public static void send(Response response, Callback callback, int status) {
        send(response, callback, status, words(status));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        send(response, callback, response.getStatus());
        return true;
    }

    private static String words(int status) {
        return HttpStatus.getMessage(status) + ".";
    }
}
