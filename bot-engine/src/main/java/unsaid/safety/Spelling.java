package unsaid.safety;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Puts right what was typed in a hurry, as far as the expressions need it: listed slips, letters
/// held down, and words one slip away from a listed long one.
final class Spelling {
    private static final int SHORTEST = 6;
    private static final int LONGEST = 24;

    private final Map<String, String> slips = new HashMap<>();
    private final Map<Character, List<String>> words = new HashMap<>();

    /// @param slips `wrong=right`, with `_` for a blank on the right
    /// @param words long words to which what is nearly them is put right
    Spelling(List<String> slips, List<String> words) {
        for (String slip : slips) {
            String[] sides = slip.split("=", -1);
            if (sides.length != 2) {
                throw new IllegalStateException("a slip is wrong=right: " + slip);
            }
            this.slips.put(sides[0], sides[1].replace('_', ' '));
        }
        for (String word : words) {
            if (word.length() < SHORTEST) {
                throw new IllegalStateException("too short to be guessed at: " + word);
            }
            this.words.computeIfAbsent(word.charAt(0), first -> new ArrayList<>()).add(word);
        }
    }

    /// A [Plain] sentence with its words put right. Costs at most a fixed amount for each word.
    String right(String sentence) {
        return Arrays.stream(sentence.split(" ")).map(this::word).collect(Collectors.joining(" "));
    }

    private String word(String typed) {
        String slip = slips.get(typed);
        if (slip != null) {
            return slip;
        }
        String word = released(typed);
        slip = slips.get(word);
        if (slip != null) {
            return slip;
        }
        if (word.length() < SHORTEST - 1 || word.length() > LONGEST) {
            return word;
        }
        List<String> near = words.getOrDefault(word.charAt(0), List.of());
        if (near.contains(word)) {
            return word;
        }
        return near.stream().filter(right -> oneSlip(word, right)).findFirst().orElse(word);
    }

    /// Without letters that were held down: three or more of one become one, of `l` and `s` two.
    private static String released(String word) {
        StringBuilder released = new StringBuilder();
        for (int start = 0, end; start < word.length(); start = end) {
            end = start + 1;
            while (end < word.length() && word.charAt(end) == word.charAt(start)) {
                end++;
            }
            int keep = end - start < 3 ? end - start : "ls".indexOf(word.charAt(start)) < 0 ? 1 : 2;
            released.append(word, start, start + keep);
        }
        return released.toString();
    }

    /// Whether one letter too many, too few, wrong, or swapped with its neighbour lies between.
    private static boolean oneSlip(String typed, String right) {
        int longer = typed.length() - right.length();
        if (Math.abs(longer) > 1) {
            return false;
        }
        int same = 0;
        int shortest = Math.min(typed.length(), right.length());
        while (same < shortest && typed.charAt(same) == right.charAt(same)) {
            same++;
        }
        if (longer != 0) {
            return typed.substring(longer > 0 ? same + 1 : same)
                    .equals(right.substring(longer > 0 ? same : same + 1));
        }
        if (typed.substring(same + 1).equals(right.substring(same + 1))) {
            return true;
        }
        return same + 1 < shortest
                && typed.charAt(same) == right.charAt(same + 1)
                && typed.charAt(same + 1) == right.charAt(same)
                && typed.substring(same + 2).equals(right.substring(same + 2));
    }
}
