package unsaid.format;

import org.jspecify.annotations.Nullable;
import unsaid.flow.Finding;

/// From a JSON pointer (RFC 6901) to line and column.
final class Places {
    private final String file;
    private final Json json;

    Places(String file, Json json) {
        this.file = file;
        this.json = json;
    }

    /// The finding's place; that of the nearest thing around it where the pointer names nothing.
    Found of(Finding finding) {
        Json at = json;
        Json.Spot key = null;
        boolean exact = true;
        String[] names = finding.pointer().split("/", -1);
        for (int i = 1; i < names.length && exact; i++) {
            String name = names[i].replace("~1", "/").replace("~0", "~");
            Json inner = inner(at, name);
            exact = inner != null;
            key = exact ? keyAt(at, name) : key;
            at = inner == null ? at : inner;
        }
        Json.Spot spot = finding.onKey() && exact && key != null ? key : at.at();
        int shift = exact && finding.offset() > 0 ? finding.offset() + 1 : 0;
        return new Found(file, spot.line(), spot.column() + shift, finding);
    }

    private static @Nullable Json inner(Json json, String name) {
        return switch (json) {
            case Json.Obj(_, var members) -> {
                Json.Member member = members.get(name);
                yield member == null ? null : member.value();
            }
            case Json.Arr(_, var items) -> {
                int index = name.matches("[0-9]{1,9}") ? Integer.parseInt(name) : -1;
                yield index < 0 || index >= items.size() ? null : items.get(index);
            }
            case Json.Str _, Json.Num _, Json.Bool _, Json.Nul _ -> null;
        };
    }

    private static Json.@Nullable Spot keyAt(Json json, String name) {
        Json.Member member = json instanceof Json.Obj(_, var members) ? members.get(name) : null;
        return member == null ? null : member.keyAt();
    }
}
