package unsaid.web.cli;

import java.io.PrintStream;
import java.util.List;
import unsaid.flow.Finding;
import unsaid.format.Found;
import unsaid.format.Report;

/// Findings as a person reads them.
final class Findings {
    private final Screen screen;

    Findings(Screen screen) {
        this.screen = screen;
    }

    /// All of them, and how many they are.
    void print(List<Found> found, Where.Place place) {
        found.forEach(this::print);
        screen.out()
                .println(
                        (found.isEmpty()
                                        ? screen.ink(Ink.GREEN, "Nothing found")
                                        : Report.count(found))
                                + " in "
                                + place.name());
    }

    /// Two lines: place, severity, rule and what is wrong; then the way out.
    void print(Found found) {
        print(found, screen.out());
    }

    /// The same beside the output, which may be a file.
    void warn(Found found) {
        print(found, screen.errors());
    }

    private void print(Found found, PrintStream to) {
        String word = found.finding().severity().word();
        Ink ink = ink(found.finding().severity());
        String text = found.toString();
        int at = text.indexOf("  " + word + " ") + 2;
        to.println(
                text.substring(0, at) + screen.ink(ink, word) + text.substring(at + word.length()));
    }

    static Ink ink(Finding.Severity severity) {
        return switch (severity) {
            case ERROR -> Ink.RED;
            case WARNING -> Ink.YELLOW;
            case NOTE -> Ink.FAINT;
        };
    }

    static String counted(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
