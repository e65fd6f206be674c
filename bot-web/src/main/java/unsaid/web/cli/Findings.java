package unsaid.web.cli;

import java.util.List;
import unsaid.format.Found;

/// Findings as a person reads them.
final class Findings {
    private final Screen screen;

    Findings(Screen screen) {
        this.screen = screen;
    }

    /// All of them, and how many they are.
    void print(List<Found> found, Where.Place place) {
        found.forEach(this::print);
        long errors = found.stream().filter(Found::isError).count();
        long warnings = found.size() - errors;
        if (found.isEmpty()) {
            screen.out().println(screen.ink(Ink.GREEN, "Nothing found") + " in " + place.name());
        } else {
            screen.out()
                    .println(
                            counted(errors, "error")
                                    + ", "
                                    + counted(warnings, "warning")
                                    + " in "
                                    + place.name());
        }
    }

    /// Two lines: place, severity, rule and what is wrong; then the way out.
    void print(Found found) {
        String[] lines = found.toString().split("\n", -1);
        String severity = found.isError() ? "error" : "warning";
        String plain = "  " + severity + " ";
        screen.out()
                .println(
                        lines[0].replace(
                                plain,
                                "  "
                                        + screen.ink(
                                                found.isError() ? Ink.RED : Ink.YELLOW, severity)
                                        + " "));
        for (int i = 1; i < lines.length; i++) {
            screen.out().println(i == 1 ? lines[i] : "  " + lines[i]);
        }
    }

    static String counted(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
