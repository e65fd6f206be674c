package unsaid.web.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What the driver was told: which measurements, and how. `--name value` and `--name=value` are the
/// same.
///
/// @param measurements those to make, in order
/// @param values name → values in order
record Options(Set<String> measurements, Map<String, List<String>> values) {
    static final List<String> MEASUREMENTS =
            List.of("start-up", "closed", "open", "erase", "idle", "recovery");

    /// What is done to the server; never but when it is named.
    static final List<String> FAULTS =
            List.of(
                    "kill",
                    "kill-database",
                    "kill-one-of-two",
                    "away",
                    "full",
                    "slow",
                    "half-open");

    private static final List<String> ALL =
            Stream.concat(MEASUREMENTS.stream(), FAULTS.stream()).toList();
    private static final Map<String, String> DEFAULTS = defaults();

    private static Map<String, String> defaults() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("connections", "400,50");
        all.put("turns", "30000");
        all.put("rounds", "7");
        all.put("warm-up", "500000");
        all.put("rate", "2000");
        all.put("seconds", "10");
        all.put("visitors", "10000");
        all.put("talks", "200");
        all.put("starts", "7");
        all.put("kills", "20");
        all.put("seed", "1");
        all.put("away", "30");
        all.put("silence", "25");
        all.put("dialogs", "dialogs");
        all.put("stores", "");
        all.put("server", "");
        all.put("jvm", "");
        return all;
    }

    /// @throws IllegalArgumentException that says what may stand there
    static Options of(String... arguments) {
        List<String> words =
                Arrays.stream(String.join(" ", arguments).split("[ \n]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        Set<String> measurements = new TreeSet<>(java.util.Comparator.comparing(ALL::indexOf));
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("faults")) {
                measurements.addAll(FAULTS);
                measurements.add("idle");
                continue;
            }
            if (!word.startsWith("--")) {
                measurements.add(known(word, ALL));
                continue;
            }
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            if (equals < 0 && ++i == words.size()) {
                throw new IllegalArgumentException(word + " wants a value");
            }
            values.computeIfAbsent(known(name, DEFAULTS.keySet()), _ -> new ArrayList<>())
                    .add(equals < 0 ? words.get(i) : word.substring(equals + 1));
        }
        if (measurements.isEmpty()) {
            measurements.addAll(MEASUREMENTS);
        }
        return new Options(measurements, values);
    }

    private static String known(String word, java.util.Collection<String> all) {
        if (!all.contains(word)) {
            throw new IllegalArgumentException(
                    word
                            + " is unknown. Measurements: "
                            + String.join(", ", MEASUREMENTS)
                            + ". Faults: "
                            + String.join(", ", FAULTS)
                            + ". Options: --"
                            + String.join(", --", DEFAULTS.keySet()));
        }
        return word;
    }

    String text(String name) {
        return values.getOrDefault(name, List.of(DEFAULTS.getOrDefault(name, ""))).getLast();
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }

    List<Integer> numbers(String name) {
        return list(name).stream().map(Integer::valueOf).toList();
    }

    /// Values with commas between them.
    List<String> list(String name) {
        return List.of(text(name).split(","));
    }

    /// All values of an option that may be given several times.
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
