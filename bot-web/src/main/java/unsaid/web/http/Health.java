package unsaid.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Whether the process lives, and whether visitors should be sent to it. Says nothing about any.
public final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final String JSON = "application/json";

    private final List<Check> checks;
    private final IntSupplier unconfirmedHelplines;
    private final BooleanSupplier onlyTaps;

    /// One thing that must be so for visitors to come.
    ///
    /// @param name a word in small letters; operators see it, and anybody may
    /// @param holds must return at once, on any thread; one that throws does not hold
    public record Check(String name, BooleanSupplier holds) {}

    /// @param unconfirmedHelplines how many helplines the owner has not checked. It is told, and
    ///   stops nothing: a page without any help would be worse.
    /// @param onlyTaps whether visitors cannot write because of that
    public Health(List<Check> checks, IntSupplier unconfirmedHelplines, BooleanSupplier onlyTaps) {
        this.checks = List.copyOf(checks);
        this.unconfirmedHelplines = unconfirmedHelplines;
        this.onlyTaps = onlyTaps;
    }

    /// Adds every route.
    public void route(RoutesConfig routes) {
        routes.get("/health", Health::alive);
        routes.get("/live", Health::alive);
        routes.get("/ready", this::ready);
    }

    private static void alive(Context answer) {
        answer.contentType(JSON).result("{\"status\":\"ok\"}");
    }

    private void ready(Context answer) {
        Map<String, Boolean> held = new LinkedHashMap<>();
        checks.forEach(check -> held.put(check.name(), holds(check)));
        boolean ready = !held.containsValue(false);
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("status", ready ? "ready" : "not ready");
        ObjectNode all = json.putObject("checks");
        held.forEach(all::put);
        json.put("helplinesNotConfirmed", unconfirmedHelplines.getAsInt());
        json.put("onlyTaps", onlyTaps.getAsBoolean());
        answer.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(JSON)
                .result(json.toString());
    }

    private static boolean holds(Check check) {
        try {
            return check.holds().getAsBoolean();
        } catch (RuntimeException e) {
            LOG.warn("The check \"{}\" broke.", check.name(), e);
            return false;
        }
    }
}
