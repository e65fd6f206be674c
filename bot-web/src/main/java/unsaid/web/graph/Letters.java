package unsaid.web.graph;

import java.util.ArrayList;
import java.util.List;

/// How much room a text takes. The widths are those of DejaVu Sans, the widest of the letters that
/// a browser may choose for us: with any other a text is narrower, and stays in its box.
enum Letters {
    PLAIN(
            new int[] {
                318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636,
                636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000,
                684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787,
                695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635,
                550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521,
                392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838
            },
            800),
    BOLD(
            new int[] {
                348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365,
                696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580,
                1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850,
                733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500,
                500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687,
                716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838
            },
            900);

    /// Thousandths of the letters' size, from the space to the tilde.
    private final int[] widths;

    private final int others;

    Letters(int[] widths, int others) {
        this.widths = widths;
        this.others = others;
    }

    /// In pixels, for letters of `size` pixels.
    double width(String text, double size) {
        long sum = text.codePoints().mapToLong(this::width).sum();
        return sum * size / 1000;
    }

    private int width(int c) {
        if (c >= ' ' && c <= '~') {
            return widths[c - ' '];
        }
        return c < 0x250 ? others : c < 0x2000 ? 1000 : c < 0x2040 ? 1000 : 1250;
    }

    /// The text in at most `lines` lines of at most `room` pixels; what does not fit ends in "…".
    List<String> lines(String text, double size, double room, int lines) {
        List<String> done = new ArrayList<>();
        String rest = text.strip().replaceAll("\\s+", " ");
        while (!rest.isEmpty() && done.size() < lines) {
            int end = fits(rest, size, room);
            if (end < rest.length() && done.size() == lines - 1) {
                done.add(cut(rest, size, room));
                return done;
            }
            int space = end == rest.length() ? end : rest.lastIndexOf(' ', end);
            int to = space > 0 ? space : end;
            done.add(rest.substring(0, to).strip());
            rest = rest.substring(to).strip();
        }
        return done;
    }

    private String cut(String text, double size, double room) {
        int end = fits(text, size, room - width("…", size));
        return text.substring(0, end).strip() + "…";
    }

    /// How many characters fit; at least one letter.
    private int fits(String text, double size, double room) {
        double sum = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            sum += width(c) * size / 1000;
            if (sum > room && i > 0) {
                return i;
            }
            i += Character.charCount(c);
        }
        return text.length();
    }
}
