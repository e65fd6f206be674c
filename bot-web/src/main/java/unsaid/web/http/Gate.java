package unsaid.web.http;

import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Stands before everything else and turns away what nothing here wants: requests under a name that
/// is not the server's (421), requests with a body that nothing here takes (413; encoded ones 415:
/// nothing is ever unpacked), and requests that come too often (429).
public final class Gate extends Handler.Wrapper {
    private final Door door;
    private final Hosts hosts;
    private final Predicate<String> mayAsk;
    private final ToLongFunction<Request> body;

    /// @param mayAsk whether one more request may come from a [Network]
    /// @param body how many bytes a request's body may have; 0: it may have none
    public Gate(Door door, Hosts hosts, Predicate<String> mayAsk, ToLongFunction<Request> body) {
        this.door = door;
        this.hosts = hosts;
        this.mayAsk = mayAsk;
        this.body = body;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        door.arrived(request);
        HttpFields headers = request.getHeaders();
        if (!mayAsk.test(Network.of(Request.getRemoteAddr(request)))) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
            BareError.send(response, callback, HttpStatus.TOO_MANY_REQUESTS_429);
        } else if (!hosts.know(headers.get(HttpHeader.HOST))) {
            BareError.send(
                    response,
                    callback,
                    HttpStatus.MISDIRECTED_REQUEST_421,
                    "This server is not known under that name. Its owner can set site.hosts.");
        } else if (headers.contains(HttpHeader.CONTENT_ENCODING)) {
            BareError.send(response, callback, HttpStatus.UNSUPPORTED_MEDIA_TYPE_415);
        } else if (isTooBig(headers, body.applyAsLong(request))) {
            BareError.send(response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
        } else {
            return super.handle(request, response, callback);
        }
        return true;
    }

    private static boolean isTooBig(HttpFields headers, long most) {
        return headers.contains(HttpHeader.TRANSFER_ENCODING)
                || headers.getLongField(HttpHeader.CONTENT_LENGTH) > most;
    }
}
