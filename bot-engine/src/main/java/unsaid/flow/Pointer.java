package unsaid.flow;

import org.jspecify.annotations.Nullable;

/// A place in a flow's file, as JSON pointer (RFC 6901). It is written out only where somebody
/// wants to read it, so that naming the place of everything costs next to nothing. Immutable.
public final class Pointer {
    /// The file as a whole.
    public static final Pointer ROOT = new Pointer(null, "", -1);

    private final @Nullable Pointer around;
    private final String field;
    private final int item;

    private Pointer(@Nullable Pointer around, String field, int item) {
        this.around = around;
        this.field = field;
        this.item = item;
    }

    /// The field of that name.
    public Pointer in(String field) {
        return new Pointer(this, field, -1);
    }

    /// The item of that number, from 0.
    public Pointer in(int item) {
        return new Pointer(this, "", item);
    }

    /// Such as `/steps/0/ask`; empty for the file as a whole.
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(64);
        write(out);
        return out.toString();
    }

    private void write(StringBuilder out) {
        if (around == null) {
            return;
        }
        around.write(out);
        out.append('/');
        if (item >= 0) {
            out.append(item);
        } else {
            out.append(field.replace("~", "~0").replace("/", "~1"));
        }
    }
}
