package unsaid.safety;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Flag;
import unsaid.flow.Flag.Family;

/// Where the dangers in one answer lead. Belongs to the product: no flow can change it.
///
/// Acute dangers interrupt every time. Control and fear interrupt gently, once a family; put-downs,
/// blame and the like only when a second kind was met, because one alone is too often an ordinary
/// quarrel. Hints count as met but never interrupt by themselves.
public final class Routing {

    private static final int NOW = mask(Family.DANGER_NOW, Family.VIOLENCE, Family.SEXUAL);
    private static final int HURT = mask(Family.EMERGENCY);
    private static final int SELFHARM = mask(Family.SELFHARM);
    private static final int CHILD = mask(Family.CHILD);
    private static final int MINOR = mask(Family.MINOR);
    private static final int OWN = mask(Family.OWN);
    private static final int ALONE_ENOUGH =
            mask(Family.RESTRICT, Family.MONITOR, Family.MONEY, Family.FEAR);
    private static final int NEEDS_A_SECOND =
            mask(Family.DEGRADE, Family.ACCUSE, Family.ISOLATE, Family.THREATEN_SELF);
    private static final int CONTROL = ALONE_ENOUGH | NEEDS_A_SECOND;

    private Routing() {}

    /// What to do about an answer's dangers.
    ///
    /// @param route where to go now; null: on as before
    /// @param after what the conversation has met, this answer included
    /// @param locks whether features for couples are closed from here on
    public record Decision(@Nullable Route route, Met after, boolean locks) {}

    /// @param before what was met before this answer
    /// @param now the flags of this answer, from its options and its words
    public static Decision of(Met before, Set<Flag> now) {
        Met fresh = Met.NONE.plus(now);
        Met after = before.plus(now);
        Route acute = acute(fresh.firm());
        if (acute != null) {
            return new Decision(acute, after, true);
        }
        int soft = soft(fresh, after);
        if (soft != 0) {
            return new Decision(Route.SOFT, after.raising(soft), true);
        }
        if ((fresh.firm() & OWN & ~after.raised()) != 0) {
            return new Decision(Route.OWN, after.raising(OWN), true);
        }
        return new Decision(null, after, fresh.firm() != 0);
    }

    private static @Nullable Route acute(int firm) {
        if ((firm & NOW) != 0) {
            return Route.NOW;
        }
        if ((firm & HURT) != 0) {
            return Route.HURT;
        }
        if ((firm & SELFHARM) != 0) {
            return Route.SELFHARM;
        }
        if ((firm & CHILD) != 0) {
            return Route.CHILD;
        }
        return (firm & MINOR) != 0 ? Route.MINOR : null;
    }

    /// The families a gentle talk is to be opened for now; 0: none.
    private static int soft(Met fresh, Met after) {
        int due = fresh.firm() & ALONE_ENOUGH;
        int controlNow = (fresh.firm() | fresh.hinted()) & CONTROL;
        int controlMet = (after.firm() | after.hinted()) & CONTROL;
        if (controlNow != 0 && Integer.bitCount(controlMet) >= 2) {
            due |= after.firm() & NEEDS_A_SECOND;
        }
        return due & ~after.raised();
    }

    private static int mask(Family... families) {
        int mask = 0;
        for (Family family : families) {
            mask |= Met.bit(family);
        }
        return mask;
    }
}
