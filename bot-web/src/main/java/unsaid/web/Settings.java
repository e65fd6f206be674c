package unsaid.web;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Nearest;

/// What the operator has set. Arguments (`--port=80`) win over environment variables
/// (`UNSAID_PORT`), these over the file `unsaid.properties`, and that over the defaults. Immutable.
final class Settings {
    /// The file that is read when it is there.
    static final String FILE = "unsaid.properties";

    private static final String PREFIX = "UNSAID_";
    private static final String CONFIG = "config";
    private static final int SHORTEST_PASSWORD = 12;
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|::1|\\[::1]");

    private final Map<Key, String> values;

    private Settings(Map<Key, String> values) {
        this.values = values;
    }

    /// @throws SettingsException if a key is unknown or a value is not allowed; it names them all
    /// @throws IOException if the file of settings cannot be read
    static Settings of(List<String> arguments, Map<String, String> environment, Path folder)
            throws IOException {
        Collected collected = new Collected();
        Map<String, String> spoken = collected.arguments(arguments);
        String named = spoken.remove(CONFIG);
        Path file = folder.resolve(named == null ? FILE : named);
        if (named != null || Files.exists(file)) {
            collected.file(file);
        }
        collected.environment(environment);
        collected.take("--", spoken);
        return collected.settings();
    }

    String text(Key key) {
        String value = values.get(key);
        return value == null ? key.otherwise : value;
    }

    int number(Key key) {
        return Integer.parseInt(text(key));
    }

    boolean truth(Key key) {
        return Boolean.parseBoolean(text(key));
    }

    /// Whether nobody can reach the server from elsewhere, as far as the settings tell.
    private boolean isForThisMachine() {
        return LOOPBACK.matcher(text(Key.HOST)).matches()
                && !truth(Key.PROXY)
                && list(Key.HOSTS).isEmpty();
    }

    List<String> list(Key key) {
        return list(text(key));
    }

    static List<String> list(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /// Every key with its purpose, unit and default, as a file of settings.
    static String documentation() {
        StringBuilder text =
                new StringBuilder(
                        """
                        # Settings of Unsaid. Every line shows a default; remove the # in front of one to change it.
                        # An environment variable wins over this file (UNSAID_SITE_ORIGINS for site.origins),
                        # and an argument over both (--site.origins=https://blog.example).
                        """);
        for (Key key : Key.values()) {
            text.append("\n# ")
                    .append(key.purpose)
                    .append(" Unit: ")
                    .append(key.unit)
                    .append(".\n#");
            text.append(key.key).append('=').append(key.otherwise).append('\n');
        }
        return text.toString();
    }

    /// Values on their way in, with what is wrong about them.
    private static final class Collected {
        private final Map<Key, String> values = new EnumMap<>(Key.class);
        private final List<String> wrong = new ArrayList<>();

        Map<String, String> arguments(List<String> arguments) {
            Map<String, String> named = new TreeMap<>();
            for (String argument : arguments) {
                int is = argument.indexOf('=');
                if (argument.equals("--" + Key.STUDIO.key)) {
                    named.put(Key.STUDIO.key, "true");
                } else if (argument.startsWith("--") && is > 2) {
                    named.put(argument.substring(2, is), argument.substring(is + 1));
                } else {
                    wrong.add(notSet(argument));
                }
            }
            return named;
        }

        private static String notSet(String argument) {
            String name = argument.replaceFirst("^-+", "");
            String nearest = Key.keys().contains(name) ? name : Nearest.to(name, Key.keys());
            return "argument \""
                    + argument
                    + "\": "
                    + (nearest == null
                            ? "write --key=value"
                            : "write --" + nearest + (nearest.equals(Key.STUDIO.key) ? "" : "=…"));
        }

        void file(Path file) throws IOException {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IllegalArgumentException e) {
                wrong.add(file + ": a \\u is not followed by four hexadecimal digits");
            }
            Map<String, String> named = new TreeMap<>();
            properties
                    .stringPropertyNames()
                    .forEach(name -> named.put(name, properties.getProperty(name).strip()));
            take(file + ": ", named);
        }

        void environment(Map<String, String> environment) {
            List<String> known = Arrays.stream(Key.values()).map(Key::variable).toList();
            new TreeMap<>(environment)
                    .forEach((name, value) -> {
                        if (name.toUpperCase(Locale.ROOT).startsWith(PREFIX)) {
                            int at = known.indexOf(name);
                            set("", name, at < 0 ? null : Key.values()[at], value, known);
                        }
                    });
        }

        void take(String from, Map<String, String> named) {
            List<String> known = Key.keys();
            named.forEach((name, value) -> {
                int at = known.indexOf(name);
                set(from, name, at < 0 ? null : Key.values()[at], value, known);
            });
        }

        private void set(
                String from, String name, @Nullable Key key, String value, List<String> known) {
            if (key == null) {
                String nearest = Nearest.to(name, known);
                wrong.add(
                        from
                                + name
                                + ": no such setting"
                                + (nearest == null ? "" : "; did you mean " + nearest + "?"));
                return;
            }
            String problem = key.wrong(value);
            if (problem == null) {
                values.put(key, value);
            } else {
                wrong.add(
                        from
                                + name
                                + " "
                                + problem
                                + (problem.contains(key.unit) ? "" : " (" + key.unit + ")")
                                + "; it is \""
                                + value
                                + "\"");
            }
        }

        Settings settings() {
            Settings settings = new Settings(values);
            if (wrong.isEmpty()) {
                atLeast(settings, Key.DROP, Key.PAUSE);
                atLeast(settings, Key.LONGEST, Key.IDLE);
                counted(settings);
                studio(settings);
            }
            if (!wrong.isEmpty()) {
                throw new SettingsException(wrong);
            }
            return settings;
        }

        /// Talks are counted for a port alone.
        private void counted(Settings settings) {
            if (settings.truth(Key.METRICS_TALKS)
                    && settings.text(Key.METRICS_PORT).equals("off")) {
                wrong.add(
                        "metrics.talks counts for /metrics, which is off. Set metrics.port too, or leave metrics.talks at its default");
            }
        }

        /// Whoever reaches the workbench can change what the server says.
        private void studio(Settings settings) {
            String password = settings.text(Key.STUDIO_PASSWORD);
            if (!password.isEmpty() && password.length() < SHORTEST_PASSWORD) {
                wrong.add(
                        Key.STUDIO_PASSWORD.key
                                + " must have at least "
                                + SHORTEST_PASSWORD
                                + " characters");
            }
            if (settings.truth(Key.STUDIO) && password.isEmpty() && !settings.isForThisMachine()) {
                wrong.add(
                        "studio is for this machine alone. Set studio.password to open it to others, or leave host, proxy and site.hosts at their defaults");
            }
        }

        private void atLeast(Settings settings, Key more, Key less) {
            if (settings.number(more) < settings.number(less)) {
                wrong.add(more.key + " must not be below " + less.key);
            }
        }
    }
}
