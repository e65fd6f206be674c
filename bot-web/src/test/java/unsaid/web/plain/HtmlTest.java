package unsaid.web.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void wordsAreNeverMarkup() {
        StringBuilder page = new StringBuilder();
        Html.tag("p", "<b>\"&'\u0000\n</p>").is("title", "\"><i>").write(page);
        assertEquals(
                "<p title=\"&quot;&gt;&lt;i&gt;\">&lt;b&gt;&quot;&amp;&#39;\ufffd\n&lt;/p&gt;</p>",
                page.toString());
    }

    @Test
    void aFieldHasNoEndAndAnAttributeThatDoesNotHoldIsNotThere() {
        StringBuilder page = new StringBuilder();
        Html.tag("input").is("checked", true).is("disabled", false).is("size", 3).write(page);
        assertEquals("<input checked=\"\" size=\"3\">", page.toString());
    }
}
