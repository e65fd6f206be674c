package unsaid.engine;

import java.util.List;

/// One exchange of a transcript.
///
/// @param at the question's place, as in [Entry#at]; the same place may come twice in a loop
/// @param says bubbles said before the answer, the question last
/// @param links where some of them lead, in order; empty: none does
/// @param answer the answer as it reads; "" where a turn had none
/// @param apart whether it is better left out of a file that somebody else may find: it showed
///   danger, was given in help, or may repeat an answer that did
public record Said(String at, List<String> says, List<Linked> links, String answer, boolean apart) {
    public Said {
        says = List.copyOf(says);
        links = List.copyOf(links);
    }
}
