package unsaid.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A visitor in a hurry: answers and goes back, again and again, as soon as the reply is there.
final class Talker implements WebSocket.Listener {
    private static final int PATIENCE_SECONDS = 30;
    private static final JsonMapper JSON = JsonMapper.shared();

    final AtomicInteger sent = new AtomicInteger();
    final AtomicInteger answered = new AtomicInteger();
    final List<String> wrong = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private CompletableFuture<WebSocket> sending;

    Talker(HttpClient http, int port) {
        socket =
                http.newWebSocketBuilder()
                        .subprotocols("unsaid.v1")
                        .buildAsync(URI.create("ws://127.0.0.1:" + port + "/socket"), this)
                        .join();
        sending = CompletableFuture.completedFuture(socket);
        send("\"type\":\"start\",\"agreed\":true,\"flow\":\"talk\",\"language\":\"en\"");
    }

    /// One after another: a reply may be here before the sending of its frame is told to be done,
    /// and a second sending would then be refused.
    private synchronized void send(String frame) {
        String id = "f" + sent.incrementAndGet();
        sending =
                sending.thenCompose(
                                _ -> socket.sendText("{\"id\":\"" + id + "\"," + frame + "}", true))
                        .exceptionally(_ -> {
                            sent.decrementAndGet(); // it was closed before
                            return socket;
                        });
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        from.request(1);
        if (last) {
            String frame = part.toString();
            part.setLength(0);
            heard(frame);
        }
        return null;
    }

    private void heard(String text) {
        JsonNode frame = JSON.readTree(text);
        if (frame.path("type").asString().equals("started")) {
            return;
        }
        if (!frame.path("accepted").asString("").equals("f" + sent.get())) {
            wrong.add(text);
        }
        answered.incrementAndGet();
        String asks = frame.path("ask").path("id").asString();
        send(
                asks.endsWith("/mood")
                        ? "\"type\":\"answer\",\"to\":\"" + asks + "\",\"value\":7"
                        : "\"type\":\"command\",\"name\":\"back\"");
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String why) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable problem) {
        closed.completeExceptionally(problem);
    }

    /// The close code it got.
    int closedWith() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
