package unsaid.engine;

import java.util.List;

/// One exchange of a transcript.
///
/// @param at the question's place, as in [Entry#at]; the same place may come twice in a loop
/// @param says bubbles said before the answer, the question last
/// @param answer the answer as it reads; "" where a turn had none
public record Said(String at, List<String> says, String answer) {
    public Said {
        says = List.copyOf(says);
    }
}
