package unsaid.web.http;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The names under which this server is reached. A stranger can let a name of theirs point here; a
/// page under that name would be of one origin with the chat, and could read it. So a name counts
/// only if the owner has given it. `localhost` and addresses in numbers cannot be taken over, and
/// always count.
///
/// @param named in small letters, without a port
public record Hosts(Set<String> named) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
    private static final Pattern NUMBERS =
            Pattern.compile("localhost|[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]{2,45}]");
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

    public Hosts {
        named = Set.copyOf(named);
        for (String name : named) {
            if (!isOne(name)) {
                throw new IllegalArgumentException("not a name of a host");
            }
        }
    }

    /// Whether a text is the name of a host, in small letters and without a port.
    public static boolean isOne(String text) {
        return NAME.matcher(text).matches();
    }

    /// @param host a `Host` header; null if there is none, which no browser leaves out
    public boolean know(@Nullable String host) {
        if (host == null) {
            return true;
        }
        String name = PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
        return NUMBERS.matcher(name).matches() || named.contains(name);
    }
}
