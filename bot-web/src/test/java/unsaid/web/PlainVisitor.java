package unsaid.web;

import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// A browser without scripts, as far as its server can tell: shows pages, fills in forms, sends
/// them. What it gets must be well-formed to the letter.
final class PlainVisitor implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private @Nullable HttpResponse<String> answer;
    private @Nullable Document page;
    private String sent = "";

    /// @param flow whose talk it is
    PlainVisitor(int port, String flow) {
        address = "http://127.0.0.1:" + port + "/chat/" + flow;
    }

    /// One field of a form.
    record Field(String name, String value) {}

    /// Comes to the chat's page and takes the way that stands there for those without scripts.
    PlainVisitor open() throws Exception {
        take(http.send(HttpRequest.newBuilder(URI.create(address)).build(), text()));
        return press(elements("noscript").getFirst(), "button", List.of());
    }

    /// The same, and says yes.
    PlainVisitor begin() throws Exception {
        return open().press("Yes, use my answers for this talk");
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString();
    }

    private PlainVisitor take(HttpResponse<String> answer) throws Exception {
        this.answer = answer;
        String body = answer.body();
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            String xml =
                    body.replaceFirst("<!doctype html>", "")
                            .replaceAll("<(input|link|meta)([^>]*)>", "<$1$2/>");
            page =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(xml)));
        }
        return this;
    }

    HttpResponse<String> answer() {
        if (answer == null) {
            throw new AssertionError("nothing was asked for");
        }
        return answer;
    }

    Document page() {
        if (page == null) {
            throw new AssertionError("there is no page");
        }
        return page;
    }

    /// Presses the first button with that label and sends its form.
    ///
    /// @param fields names and values in turn, in place of what the form has under those names
    PlainVisitor press(String label, String... fields) throws Exception {
        return send(filled(label, fields));
    }

    /// The fields that a button would send.
    List<Field> filled(String label, String... fields) {
        Element button =
                elements("button").stream()
                        .filter(each -> label(each).equals(label))
                        .findFirst()
                        .orElseThrow(() ->
                                new AssertionError(
                                        "no button \"" + label + "\" in " + answer().body()));
        return filled(form(button), button, typed(fields));
    }

    private static List<Field> typed(String... fields) {
        List<Field> typed = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            typed.add(new Field(fields[i], fields[i + 1]));
        }
        return typed;
    }

    private PlainVisitor press(Element within, String tag, List<Field> typed) throws Exception {
        Element button = (Element) within.getElementsByTagName(tag).item(0);
        return send(filled(form(button), button, typed));
    }

    /// Answers a question that can be tapped in words.
    PlainVisitor write(String words) throws Exception {
        return send(filled(form("w"), null, typed("line", words)));
    }

    /// Fills in the form that answers the question, and sends it.
    PlainVisitor answer(List<Field> typed) throws Exception {
        List<Field> fields = filled(form("a"), null, typed);
        if (fields.stream().noneMatch(field -> field.name().equals("do"))) {
            fields.add(new Field("do", "answer"));
        }
        return send(fields);
    }

    PlainVisitor send(List<Field> fields) throws Exception {
        sent =
                fields.stream()
                        .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
                        .collect(Collectors.joining("&"));
        return again();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Sends once more what was sent last.
    PlainVisitor again() throws Exception {
        return post(sent, "Content-Type", "application/x-www-form-urlencoded");
    }

    PlainVisitor post(String body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address))
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return take(http.send(request.build(), text()));
    }

    String sent() {
        return sent;
    }

    // ---- what is on the page

    private List<Element> elements(String tag) {
        return list(page().getElementsByTagName(tag));
    }

    private static List<Element> list(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(at -> (Element) nodes.item(at))
                .toList();
    }

    private Element form(Element control) {
        for (Element at = control; at != null; at = parent(at)) {
            if (at.getTagName().equals("form")) {
                return at;
            }
        }
        return form(control.getAttribute("form"));
    }

    private Element form(String id) {
        return elements("form").stream()
                .filter(each -> each.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form \"" + id + '"'));
    }

    private static @Nullable Element parent(Element element) {
        return element.getParentNode() instanceof Element parent ? parent : null;
    }

    private List<Field> filled(Element form, @Nullable Element button, List<Field> typed) {
        Set<String> names = typed.stream().map(Field::name).collect(Collectors.toSet());
        List<Field> fields = new ArrayList<>();
        for (Element control : list(form.getElementsByTagName("*"))) {
            String name = control.getAttribute("name");
            String value = value(control);
            if (!name.isEmpty() && value != null && !names.contains(name)) {
                fields.add(new Field(name, value));
            }
        }
        if (button != null && button.hasAttribute("name")) {
            fields.add(new Field(button.getAttribute("name"), button.getAttribute("value")));
        }
        fields.addAll(typed);
        return fields;
    }

    /// What a browser sends for it; null: nothing.
    private static @Nullable String value(Element control) {
        return switch (control.getTagName()) {
            case "input" ->
                    switch (control.getAttribute("type")) {
                        case "checkbox", "radio" ->
                                control.hasAttribute("checked")
                                        ? control.getAttribute("value")
                                        : null;
                        default -> control.getAttribute("value");
                    };
            case "textarea" -> control.getTextContent().replaceFirst("^\n", "");
            case "select" -> {
                List<Element> options = list(control.getElementsByTagName("option"));
                yield options.stream()
                        .filter(option -> option.hasAttribute("selected"))
                        .findFirst()
                        .orElse(options.getFirst())
                        .getAttribute("value");
            }
            default -> null;
        };
    }

    private static String label(Element button) {
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < button.getChildNodes().getLength(); i++) {
            var child = button.getChildNodes().item(i);
            label.append(child instanceof Element ? "" : child.getTextContent());
        }
        return label.toString();
    }

    /// The first value that a field of that name has.
    String value(String name) {
        return elements("*").stream()
                .filter(each -> each.getAttribute("name").equals(name))
                .map(PlainVisitor::value)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// The texts of all elements of that class.
    List<String> texts(String kind) {
        return elements("*").stream()
                .filter(each -> List.of(each.getAttribute("class").split(" ", -1)).contains(kind))
                .map(Element::getTextContent)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /// The question that is open; empty if none is.
    String question() {
        return elements("legend").stream()
                .filter(each -> each.getAttribute("id").equals("question"))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    /// What is said now, without what was said before.
    List<String> says() {
        Element log =
                elements("div").stream()
                        .filter(each -> each.getAttribute("class").equals("log"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no log in " + answer().body()));
        return list(log.getElementsByTagName("p")).stream()
                .filter(each -> each.getAttribute("class").equals("guide"))
                .map(Element::getTextContent)
                .toList();
    }

    boolean shows(String text) {
        return page().getDocumentElement().getTextContent().contains(text);
    }

    @Override
    public void close() {
        http.close();
    }
}
