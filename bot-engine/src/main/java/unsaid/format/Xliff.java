package unsaid.format;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import unsaid.flow.Flow;
import unsaid.flow.Texts;
import unsaid.flow.Translation;

/// A translation as XLIFF 1.2 (OASIS), which nearly every translator's tool reads. A text that was
/// translated from an older one is marked `needs-review-translation`, and the older one stands
/// beside it. Reading what was written gives an equal translation.
public final class Xliff {
    /// Longest file, in characters.
    static final int LENGTH = 8_000_000;

    private static final String STALE = "needs-review-translation";

    private Xliff() {}

    /// @param translation as [Exchange#fresh] makes it
    /// @throws ExchangeException if a text has a character that XML cannot hold
    public static String write(Flow flow, Translation translation) throws ExchangeException {
        Map<String, String> sources = Texts.of(flow);
        StringBuilder out =
                new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\">\n  <file original=\"");
        out.append(xml(flow.id())).append("\" source-language=\"").append(xml(flow.language()));
        out.append("\" target-language=\"").append(xml(translation.language()));
        out.append("\" datatype=\"plaintext\">\n    <body>\n");
        for (var entry : translation.texts().entrySet()) {
            Translation.Text text = entry.getValue();
            unit(entry.getKey(), sources.getOrDefault(entry.getKey(), text.from()), text, out);
        }
        return out.append("    </body>\n  </file>\n</xliff>\n").toString();
    }

    private static void unit(String key, String source, Translation.Text text, StringBuilder out)
            throws ExchangeException {
        boolean stale = !text.to().isEmpty() && !text.from().equals(source);
        out.append("      <trans-unit id=\"").append(xml(key)).append("\" resname=\"");
        out.append(xml(key)).append("\" xml:space=\"preserve\">\n        <source>");
        out.append(xml(source)).append("</source>\n        <target state=\"");
        out.append(text.to().isEmpty() ? "needs-translation" : stale ? STALE : "translated");
        out.append("\">").append(xml(text.to())).append("</target>\n");
        if (stale) {
            out.append("        <alt-trans alttranstype=\"previous-version\">\n          <source>");
            out.append(xml(text.from())).append("</source>\n          <target>");
            out.append(xml(text.to())).append("</target>\n        </alt-trans>\n");
        }
        out.append("      </trans-unit>\n");
    }

    private static String xml(String text) throws ExchangeException {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\r', '\n', '\t' -> escaped.append("&#").append(c).append(';');
                default -> {
                    if (c < ' ' || c == 0xFFFE || c == 0xFFFF || c >= 0xD800 && c <= 0xDFFF) {
                        throw new ExchangeException(
                                0,
                                "A text has a character that XML cannot hold: “"
                                        + text.strip()
                                        + "”. Take it out, or use --as=po.");
                    }
                    escaped.appendCodePoint(c);
                }
            }
        }
        return escaped.toString();
    }

    /// @throws ExchangeException if it is no XLIFF 1.2, or is not of one flow
    public static Translation read(String text) throws ExchangeException {
        if (text.length() > LENGTH) {
            throw new ExchangeException(0, "The file is too long.");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return new Reading(factory.createXMLStreamReader(new StringReader(text))).all();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            throw new ExchangeException(line, "This is not XML from here on.");
        }
    }

    /// One file while it is read.
    private static final class Reading {
        private final XMLStreamReader xml;
        private final Map<String, Translation.Text> texts = new LinkedHashMap<>();
        private String flow = "";
        private String language = "";

        Reading(XMLStreamReader xml) {
            this.xml = xml;
        }

        Translation all() throws XMLStreamException, ExchangeException {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "xliff" -> version();
                        case "file" -> {
                            flow = attribute("original");
                            language = attribute("target-language");
                        }
                        case "trans-unit" -> unit();
                        default -> {}
                    }
                }
            }
            if (flow.isEmpty() || language.isEmpty()) {
                throw new ExchangeException(
                        0, "It does not say which flow (original) and target-language it is of.");
            }
            return new Translation(flow, language, texts);
        }

        private void version() throws ExchangeException {
            if (!attribute("version").equals("1.2")) {
                throw new ExchangeException(
                        xml.getLocation().getLineNumber(),
                        "This is XLIFF " + attribute("version") + "; save it as 1.2.");
            }
        }

        private void unit() throws XMLStreamException {
            String id = attribute("id");
            String source = "";
            String target = "";
            String state = "";
            String older = "";
            boolean aside = false;
            while (!(xml.next() == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("trans-unit"))) {
                if (xml.isEndElement() && xml.getLocalName().equals("alt-trans")) {
                    aside = false;
                }
                if (!xml.isStartElement()) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "alt-trans" -> aside = true;
                    case "source" -> {
                        String words = content();
                        older = aside && older.isEmpty() ? words : older;
                        source = aside ? source : words;
                    }
                    case "target" -> {
                        state = aside ? state : attribute("state");
                        String words = content();
                        target = aside ? target : words;
                    }
                    default -> {}
                }
            }
            boolean stale = state.startsWith("needs-") && !target.isEmpty();
            texts.put(id, new Translation.Text(stale ? older : source, target));
        }

        /// The text of an element; marks that a tool has put into it are passed over.
        private String content() throws XMLStreamException {
            StringBuilder words = new StringBuilder();
            int depth = 1;
            while (depth > 0) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS,
                            XMLStreamConstants.CDATA,
                            XMLStreamConstants.SPACE ->
                            words.append(xml.getText());
                    default -> {}
                }
            }
            return words.toString();
        }

        private String attribute(String name) {
            String value = xml.getAttributeValue(null, name);
            return value == null ? "" : value;
        }
    }
}
