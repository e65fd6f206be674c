package unsaid.web.load;

import java.util.ArrayList;
import java.util.List;

/// A frame's text with gaps for what differs from one connection to the next: the frame's id, a
/// token.
///
/// @param pieces what stands before, between and after the gaps
public record Form(List<String> pieces) {
    public Form {
        pieces = List.copyOf(pieces);
    }

    /// @param fillings texts in `text`, in the order they stand there, that become gaps
    /// @throws IllegalArgumentException if one is not there
    static Form of(String text, String... fillings) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (String filling : fillings) {
            int at = text.indexOf(filling, from);
            if (at < 0) {
                throw new IllegalArgumentException("no gap for " + filling);
            }
            pieces.add(text.substring(from, at));
            from = at + filling.length();
        }
        pieces.add(text.substring(from));
        return new Form(pieces);
    }

    /// The text with its gaps filled; there must be one filling for each.
    public String with(String... fillings) {
        StringBuilder text = new StringBuilder(pieces.getFirst());
        for (int i = 0; i < fillings.length; i++) {
            text.append(fillings[i]).append(pieces.get(i + 1));
        }
        return text.toString();
    }

    /// Whether `text` is this one, letter by letter, with these fillings.
    public boolean fits(String text, String... fillings) {
        String first = pieces.getFirst();
        if (!text.startsWith(first)) {
            return false;
        }
        int at = first.length();
        for (int i = 0; i < fillings.length; i++) {
            String next = pieces.get(i + 1);
            if (!text.startsWith(fillings[i], at)
                    || !text.startsWith(next, at + fillings[i].length())) {
                return false;
            }
            at += fillings[i].length() + next.length();
        }
        return at == text.length();
    }

    int length() {
        return pieces.stream().mapToInt(String::length).sum();
    }
}
