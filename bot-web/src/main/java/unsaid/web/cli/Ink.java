package unsaid.web.cli;

/// A colour or a weight of text on a terminal, by its SGR number (ECMA-48).
enum Ink {
    BOLD(1),
    FAINT(2),
    RED(31),
    GREEN(32),
    YELLOW(33);

    private final int number;

    Ink(int number) {
        this.number = number;
    }

    String on(String text) {
        return "\u001B[" + number + "m" + text + "\u001B[0m";
    }
}
