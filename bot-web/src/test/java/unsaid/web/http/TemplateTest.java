package unsaid.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void wordsAreEscapedAndNeverReadAgain() {
        assertEquals(
                "<p title=\"&lt;&amp;&gt;&quot;&#39; $1 \\ {{b}}\"></p>",
                Template.text("<p title=\"{{a}}\">{{missing}}</p>")
                        .with(Map.of("a", "<&>\"' $1 \\ {{b}}", "b", "no")));
    }
}
