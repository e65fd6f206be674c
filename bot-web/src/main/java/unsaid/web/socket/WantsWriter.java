package unsaid.web.socket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import unsaid.engine.Question.Tap;
import unsaid.engine.Question.Wants;

/// Writes what kind of answer a question wants, as fields of its `ask`.
final class WantsWriter {
    private final JsonGenerator json;

    WantsWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(Wants wants) {
        switch (wants) {
            case Wants.Choice(var options) -> options("choice", options);
            case Wants.Multi(var options, int min, int max) -> {
                options("multi", options);
                bounds(min, max);
            }
            case Wants.YesNo(var options) -> options("yesno", options);
            case Wants.Confirm(var options) -> options("confirm", options);
            case Wants.Scale scale -> scale(scale);
            case Wants.Number number -> number(number);
            case Wants.Date(var min, var max) -> {
                text("type", "date");
                text("min", min);
                text("max", max);
            }
            case Wants.Text(int length, var placeholder) -> {
                text("type", "text");
                json.writeNumberProperty("length", length);
                text("placeholder", placeholder);
            }
            case Wants.Texts texts -> texts(texts);
            case Wants.Rank(var items, int top) -> {
                text("type", "rank");
                taps("items", items);
                json.writeNumberProperty("top", top);
            }
            case Wants.Sort(var items, var buckets) -> {
                text("type", "sort");
                taps("items", items);
                taps("buckets", buckets);
            }
            case Wants.Pick(var items, int min, int max) -> {
                text("type", "pick");
                taps("items", items);
                bounds(min, max);
            }
        }
    }

    private void scale(Wants.Scale scale) {
        text("type", "scale");
        bounds(scale.min(), scale.max());
        json.writeNumberProperty("step", scale.step());
        json.writeObjectPropertyStart("labels");
        scale.labels().forEach((value, label) -> text(Integer.toString(value), label));
        json.writeEndObject();
    }

    private void number(Wants.Number number) {
        text("type", "number");
        if (number.min() != null) {
            number(json, "min", number.min());
        }
        if (number.max() != null) {
            number(json, "max", number.max());
        }
        json.writeBooleanProperty("whole", number.whole());
        text("unit", number.unit());
    }

    private void texts(Wants.Texts texts) {
        text("type", "list");
        bounds(texts.min(), texts.max());
        json.writeNumberProperty("length", texts.length());
        text("another", texts.another());
        text("placeholder", texts.placeholder());
    }

    /// A number as people write it: 7, not 7.0.
    static void number(JsonGenerator json, String name, double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            json.writeNumberProperty(name, (long) number);
        } else {
            json.writeNumberProperty(name, number);
        }
    }

    private void options(String type, List<Tap> options) {
        text("type", type);
        taps("options", options);
    }

    private void taps(String name, List<Tap> taps) {
        json.writeArrayPropertyStart(name);
        for (Tap tap : taps) {
            json.writeStartObject();
            text("value", tap.value());
            text("label", tap.label());
            if (tap.more()) {
                json.writeBooleanProperty("more", true);
            }
            if (tap.text() > 0) {
                json.writeNumberProperty("text", tap.text());
            }
            text("do", tap.act() == null ? null : FrameWriter.word(tap.act()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void bounds(int min, int max) {
        json.writeNumberProperty("min", min);
        json.writeNumberProperty("max", max);
    }

    private void text(String name, @Nullable String text) {
        if (text != null) {
            json.writeStringProperty(name, text);
        }
    }
}
