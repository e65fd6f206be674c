package unsaid.match;

/// Typing errors: a letter too many, too few, another one, or two swapped.
final class Typing {

    private Typing() {}

    /// True where the two differ by exactly one such error.
    static boolean oneErrorApart(String wanted, String typed) {
        if (typed.length() < wanted.length()) {
            return typed.length() + 1 == wanted.length() && missesOne(wanted, typed);
        }
        if (typed.length() > wanted.length()) {
            return wanted.length() + 1 == typed.length() && missesOne(typed, wanted);
        }
        int at = firstDifference(wanted, typed);
        if (at == wanted.length()) {
            return false;
        }
        return wanted.regionMatches(at + 1, typed, at + 1, wanted.length() - at - 1)
                || (at + 1 < wanted.length()
                        && wanted.charAt(at) == typed.charAt(at + 1)
                        && wanted.charAt(at + 1) == typed.charAt(at)
                        && wanted.regionMatches(at + 2, typed, at + 2, wanted.length() - at - 2));
    }

    private static boolean missesOne(String longer, String shorter) {
        int at = firstDifference(longer, shorter);
        return longer.regionMatches(at + 1, shorter, at, shorter.length() - at);
    }

    private static int firstDifference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }
}
