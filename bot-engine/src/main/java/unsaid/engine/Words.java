package unsaid.engine;

import java.util.Locale;

/// What the product itself says, in English and German; other languages get English.
enum Words {
    SKIPPED("Skip", "Überspringen"),
    NOT_KNOWN("I don’t know", "Ich weiß es nicht"),
    ENOUGH("Enough for today", "Genug für heute"),
    HELP("Help", "Hilfe"),
    PRIVACY(
            "I keep what you write only while we talk, and locked. After that it is gone, unless you ask me to keep it.",
            "Ich behalte deine Worte nur, solange wir sprechen, und verschlossen. Danach sind sie weg, außer du bittest mich, sie aufzuheben."),
    STOPPED(
            "We can stop here. Thank you for the time you gave this.",
            "Wir können hier aufhören. Danke für die Zeit, die du dir genommen hast."),
    MENDED(
            "This conversation has been revised since you were last here. I may ask one thing again.",
            "Dieses Gespräch wurde inzwischen überarbeitet. Vielleicht frage ich etwas noch einmal."),
    CHOOSE_ONE("Please choose one of the options.", "Bitte wähle eine der Möglichkeiten."),
    CHOOSE_SOME(
            "Please choose from the options shown.",
            "Bitte wähle aus den gezeigten Möglichkeiten."),
    TOO_FEW("Please choose one more.", "Bitte wähle noch etwas aus."),
    TOO_MANY("Please choose fewer.", "Bitte wähle weniger aus."),
    NUMBER(
            "Please choose a number in the range shown.",
            "Bitte wähle eine Zahl aus dem gezeigten Bereich."),
    /// With the smallest and the largest number.
    NUMBER_FROM_TO("Please choose a number from %s to %s.", "Bitte wähle eine Zahl von %s bis %s."),
    DAY(
            "Please choose a day in the range shown.",
            "Bitte wähle einen Tag aus dem gezeigten Bereich."),
    EMPTY(
            "A few words are enough, or skip this one.",
            "Ein paar Worte genügen, oder überspring die Frage."),
    TOO_LONG(
            "That is a little too long. Please make it shorter.",
            "Das ist etwas zu lang. Bitte kürze es."),
    SORT_ALL("Please give each one a place.", "Bitte gib jedem einen Platz."),
    OTHER_KIND(
            "This question wants another kind of answer.",
            "Diese Frage erwartet eine andere Art von Antwort."),
    LATE(
            "That question is no longer open. Please answer the one on the screen.",
            "Diese Frage ist nicht mehr offen. Bitte beantworte die Frage auf dem Bildschirm."),
    NOT_NOW("That is not possible at this point.", "Das ist an dieser Stelle nicht möglich."),
    FULL(
            "This conversation has become very long. Please finish it and begin a new one.",
            "Dieses Gespräch ist sehr lang geworden. Bitte beende es und beginne ein neues."),
    UNKNOWN_FLOW(
            "There is no conversation of that name here.",
            "Ein Gespräch mit diesem Namen gibt es hier nicht."),
    MINDED(
            "Thank you for writing that. Here I can only take an answer to the question. Help stays in sight.",
            "Danke, dass du das schreibst. Hier kann ich nur eine Antwort auf die Frage annehmen. „Hilfe“ bleibt in Sicht."),
    ONLY_TAPS(
            "Writing is not possible here for now. Please tap an answer, skip this one, or choose “I don’t know”.",
            "Schreiben ist hier im Moment nicht möglich. Bitte tippe eine Antwort an, überspring die Frage oder wähle „Ich weiß es nicht“."),
    UNCLEAR(
            "I did not understand that. Please use one of the options.",
            "Das habe ich nicht verstanden. Bitte nutze eine der Möglichkeiten.");

    private final String english;
    private final String german;

    Words(String english, String german) {
        this.english = english;
        this.german = german;
    }

    /// @param language BCP 47 tag
    String in(String language) {
        return Locale.forLanguageTag(language).getLanguage().equals("de") ? german : english;
    }
}
