package unsaid.safety;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import unsaid.flow.Flag;
import unsaid.flow.Flag.Family;

/// The kinds of danger one conversation has met so far. Three bit masks over [Family], because it
/// is part of every conversation's place and copied with it.
///
/// @param firm families met for certain
/// @param hinted families met as a hint only
/// @param raised families a gentle talk (`soft`, `own`) was already opened for
public record Met(int firm, int hinted, int raised) {

    /// Nothing so far.
    public static final Met NONE = new Met(0, 0, 0);

    private static final int ALL = (1 << Family.values().length) - 1;

    public Met {
        if (((firm | hinted | raised) & ~ALL) != 0) {
            throw new IllegalArgumentException(
                    "a family that does not exist: " + firm + " " + hinted + " " + raised);
        }
        hinted &= ~firm;
    }

    /// With these flags added. A hint never weakens what is certain.
    public Met plus(Set<Flag> flags) {
        int certain = firm;
        int hint = hinted;
        for (Flag flag : flags) {
            if (flag.hint()) {
                hint |= bit(flag.family());
            } else {
                certain |= bit(flag.family());
            }
        }
        return new Met(certain, hint, raised);
    }

    /// All families met, hints among them.
    public Set<Family> families() {
        Set<Family> met = EnumSet.noneOf(Family.class);
        for (Family family : Family.values()) {
            if (((firm | hinted) & bit(family)) != 0) {
                met.add(family);
            }
        }
        return Collections.unmodifiableSet(met);
    }

    /// Everything in this one or in `other`. A hint never weakens what is certain.
    public Met and(Met other) {
        return new Met(firm | other.firm, hinted | other.hinted, raised | other.raised);
    }

    /// In words that outlive a change of this program: `fear`, `fear?` for a hint, `fear!` for one
    /// a gentle talk was opened for.
    public List<String> words() {
        List<String> words = new ArrayList<>();
        for (Family family : Family.values()) {
            int bit = bit(family);
            if ((firm & bit) != 0) {
                words.add(family.word());
            }
            if ((hinted & bit) != 0) {
                words.add(family.word() + "?");
            }
            if ((raised & bit) != 0) {
                words.add(family.word() + "!");
            }
        }
        return words;
    }

    /// What [#words] said; words that mean nothing here are passed over.
    public static Met of(Collection<String> words) {
        int firm = 0;
        int hinted = 0;
        int raised = 0;
        for (Family family : Family.values()) {
            firm |= words.contains(family.word()) ? bit(family) : 0;
            hinted |= words.contains(family.word() + "?") ? bit(family) : 0;
            raised |= words.contains(family.word() + "!") ? bit(family) : 0;
        }
        return new Met(firm, hinted, raised);
    }

    Met raising(int families) {
        return new Met(firm, hinted, raised | families);
    }

    static int bit(Family family) {
        return 1 << family.ordinal();
    }
}
