package unsaid.format;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import unsaid.check.Rehearsal;
import unsaid.check.Script;
import unsaid.flow.Finding;
import unsaid.flow.Rule;

/// Where the tests of a file and their lines stand, to tell an author what failed.
public final class TestPlaces {
    private final @Nullable Places places;
    private final String file;
    private final boolean many;

    private TestPlaces(@Nullable Places places, String file, boolean many) {
        this.places = places;
        this.file = file;
        this.many = many;
    }

    /// @param file path below the folder of dialogs
    /// @param text what stands in it; of a text that is no JSON every place is the first
    public static TestPlaces of(String file, String text) {
        Json json = JsonText.read(text, file, new ArrayList<>());
        boolean many = json instanceof Json.Obj(_, var members) && members.containsKey("tests");
        return new TestPlaces(json == null ? null : new Places(file, json), file, many);
    }

    /// What failed, with the place in the file.
    ///
    /// @param number which test of the file, from 0
    public Found failed(int number, Script script, Rehearsal.Fault fault) {
        String pointer = (many ? "/tests/" + number : "") + fault.pointer();
        String message = "“" + script.name() + "”: " + fault.message();
        Finding finding =
                fault.instead().isEmpty()
                        ? Finding.of(Rule.TEST_FAILED, pointer, message)
                        : Finding.of(Rule.TEST_FAILED, pointer, message, fault.instead());
        return places == null ? Found.at(file, Json.Spot.START, finding) : places.of(finding);
    }
}
