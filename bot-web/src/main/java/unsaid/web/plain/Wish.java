package unsaid.web.plain;

import unsaid.web.turn.Request;

/// What a visitor wants with a form.
sealed interface Wish {
    /// Something that is shown, and changes nothing.
    record Show(Panel panel) implements Wish {}

    /// A frame to be played.
    record Play(Request request) implements Wish {}

    /// An answer that is none yet.
    ///
    /// @param problem name of the text that says what is missing
    record Unready(String problem) implements Wish {}

    /// A card as a file. Its text came with the form: the server keeps none.
    record SaveCard(String text) implements Wish {}

    /// The visitor's words as a file.
    ///
    /// @param whole with what is better left out of a file
    /// @param json as data; otherwise as a text
    record SaveWords(Request request, boolean whole, boolean json) implements Wish {}

    /// Away at once.
    ///
    /// @param kept whether the talk is kept for later, and so not to be erased
    record Leave(boolean kept) implements Wish {}

    /// What can be shown.
    enum Panel {
        GATE,
        DECLINED,
        TALK,
        HELP,
        ROWS,
        OFFER,
        ERASE
    }
}
