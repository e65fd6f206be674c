package unsaid.web.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import unsaid.check.Chart;
import unsaid.engine.Library;
import unsaid.flow.Flow;
import unsaid.format.Dialogs;
import unsaid.web.widget.Browsers;

/// Pictures of the shipped flows, and of flows made to be hard to draw.
class SvgTest {
    private static final Library LIBRARY = library();

    private static Library library() {
        try {
            return Objects.requireNonNull(Dialogs.load(Path.of("..", "dialogs")).library());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Chart> charts() {
        return Stream.concat(
                LIBRARY.flows().stream()
                        .sorted()
                        .map(id -> Chart.of(Objects.requireNonNull(LIBRARY.flow(id)))),
                Stream.of(fifty(), hostile()));
    }

    /// Fifty questions, each with long words and two ways on.
    private static Chart fifty() {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < 49; i++) {
            steps.append(
                    """
                    {"id":"step-number-%d","ask":"WWWW is a question with Words of Many Widths in it, number %d?","answer":
                     {"type":"choice","options":[{"value":"a","label":"On to the next one","go":"%s"},
                      {"value":"b","label":"Over the next one","go":"%s"}]}},
                    """
                            .formatted(i, i, name(i + 1), name(i + 2)));
        }
        return chart(steps + "{\"id\":\"close\",\"end\":\"done\"}");
    }

    private static String name(int i) {
        return i < 49 ? "step-number-" + i : "close";
    }

    private static Chart hostile() {
        return chart(
                """
                {"id":"a","ask":"<script>alert(1)</script> & \\"q\\" ]]>","answer":{"type":"choice","options":[
                  {"value":"x","label":"</text><b>x","go":"a"},{"value":"y","label":"<!-- -->"}]}},
                {"id":"close","end":"done","say":"\\u0007WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW 我我我我我我我我我我我我我我我我我我"}\
                """);
    }

    private static Chart chart(String steps) {
        Dialogs.Loaded loaded =
                Dialogs.read(
                        Map.of(
                                "test/flow.json",
                                "{\"flow\":\"test\",\"version\":1,\"language\":\"en\",\"title\":\"T\",\"steps\":["
                                        + steps
                                        + "]}"),
                        Dialogs.PRIVACY);
        Library library =
                Objects.requireNonNull(loaded.library(), () -> loaded.findings().toString());
        Flow flow = Objects.requireNonNull(library.flow("test"));
        return Chart.of(flow);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void everyStepAndEveryWayIsInThePictureOnce(Chart chart) throws Exception {
        Document svg = parsed(Svg.of(Layered.of(chart), Overlay.NONE));
        assertEquals(
                chart.boxes().stream().map(Chart.Box::id).sorted().toList(),
                values(svg, "data-step"));
        List<String> ways = new ArrayList<>();
        chart.arrows().forEach(arrow -> ways.add(arrow.id()));
        chart.boxes().forEach(box -> box.exits().forEach(exit -> ways.add(exit.id())));
        assertEquals(ways.stream().sorted().toList(), values(svg, "data-edge"));
        assertEquals(chart.title(), svg.getElementsByTagName("title").item(0).getTextContent());
        assertTrue(
                svg.getElementsByTagName("desc").item(0).getTextContent().contains(" steps and "));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void noBoxLiesOnAnother(Chart chart) {
        List<Drawing.Node> nodes = Layered.of(chart).nodes();
        for (Drawing.Node one : nodes) {
            for (Drawing.Node other : nodes) {
                assertTrue(
                        one == other
                                || one.x() + one.width() <= other.x()
                                || other.x() + other.width() <= one.x()
                                || one.y() + one.height() <= other.y()
                                || other.y() + other.height() <= one.y(),
                        one.box().id() + " lies on " + other.box().id());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void theSameFlowIsDrawnTheSame(Chart chart) {
        assertEquals(
                Svg.of(Layered.of(chart), Overlay.NONE), Svg.of(Layered.of(chart), Overlay.NONE));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void inARealBrowserNoTextLeavesItsBox(Chart chart) {
        try (BrowserContext context = Browsers.context(new Browser.NewContextOptions())) {
            Page page = show(context, Svg.of(Layered.of(chart), Overlay.NONE));
            assertEquals(
                    List.of(),
                    page.evaluate(
                            """
                            [...document.querySelectorAll('.step')].flatMap(step => {
                              const box = step.querySelector('.box').getBBox();
                              return [...step.querySelectorAll('text')].filter(text => {
                                const it = text.getBBox();
                                return it.x < box.x || it.y < box.y || it.x + it.width > box.x + box.width
                                  || it.y + it.height > box.y + box.height + 1;
                              }).map(text => text.textContent);
                            })
                            """));
            assertEquals(0, page.querySelectorAll("script, b").size());
        }
    }

    @Test
    void aFlowOfFiftyStepsStandsOnOnePageInLettersThatCanBeRead() {
        Chart chart = fifty();
        assertEquals(50, chart.boxes().size());
        for (Chart each :
                List.of(chart, Chart.of(Objects.requireNonNull(LIBRARY.flow("naming-fears"))))) {
            Drawing drawing = Layered.of(each);
            double millimetres = Math.min(400 / drawing.width(), 277 / drawing.height());
            double points = Column.SIZE * millimetres * 72 / 25.4;
            assertTrue(points >= 5.5, "letters of " + points + " points on a page of size A3");
        }
    }

    @Test
    void itIsLightByDayAndDarkAtNight() {
        String svg = Svg.of(Layered.of(hostile()), Overlay.NONE);
        assertEquals("rgb(250, 246, 239)", paper(svg, ColorScheme.LIGHT));
        assertEquals("rgb(26, 24, 22)", paper(svg, ColorScheme.DARK));
    }

    private static String paper(String svg, ColorScheme scheme) {
        var options = new com.microsoft.playwright.Browser.NewContextOptions();
        try (BrowserContext context = Browsers.context(options.setColorScheme(scheme))) {
            return (String)
                    show(context, svg)
                            .evaluate(
                                    "getComputedStyle(document.querySelector('svg')).backgroundColor");
        }
    }

    @Test
    void marksAreToldInWordsToo() throws Exception {
        Drawing drawing = Layered.of(hostile());
        Overlay overlay =
                new Overlay(
                        Map.of("a", new Overlay.Mark(Overlay.Tone.PART, "1/2", "1 of 2 options")),
                        Map.of("a>close", new Overlay.Mark(Overlay.Tone.NONE, "", "never taken")));
        String svg = Svg.of(drawing, overlay);
        assertNotEquals(Svg.of(drawing, Overlay.NONE), svg);
        Element step = marked(parsed(svg), "data-step", "a");
        assertTrue(step.getAttribute("class").contains("part"));
        assertTrue(step.getTextContent().contains("1 of 2 options"));
        assertTrue(step.getTextContent().contains("1/2"));
        Element edge = marked(parsed(svg), "data-edge", "a>close");
        assertTrue(edge.getAttribute("class").contains("none"));
        assertTrue(edge.getTextContent().contains("never taken"));
    }

    @Test
    void aPageThatForbidsStylesBringsThemItself() {
        String within = Svg.within(Layered.of(hostile()), Overlay.NONE);
        assertFalse(within.contains("<style"));
        assertFalse(within.contains(" style="));
        assertTrue(Svg.STYLE.contains(".unsaid-graph"));
    }

    private static Page show(BrowserContext context, String svg) {
        Page page = context.newPage();
        page.navigate(
                "data:image/svg+xml;base64,"
                        + Base64.getEncoder()
                                .encodeToString(
                                        svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return page;
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> values(Document svg, String attribute) {
        return elements(svg).stream()
                .filter(element -> element.hasAttribute(attribute))
                .map(element -> element.getAttribute(attribute))
                .sorted()
                .toList();
    }

    private static Element marked(Document svg, String attribute, String value) {
        return elements(svg).stream()
                .filter(element -> element.getAttribute(attribute).equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> elements(Document svg) {
        NodeList all = svg.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }
}
