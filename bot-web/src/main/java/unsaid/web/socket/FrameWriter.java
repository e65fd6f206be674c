package unsaid.web.socket;

import java.io.StringWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import unsaid.engine.Given;
import unsaid.engine.Linked;
import unsaid.engine.Question;
import unsaid.engine.Said;
import unsaid.engine.Turn;
import unsaid.web.session.Reply;

/// Writes one reply. Fields without a value are left out.
final class FrameWriter {
    private static final double SHARES = 1_000;
    private static final int USUAL_LENGTH = 1_024;
    private static final Map<Turn.Can, String> CAN = new EnumMap<>(Turn.Can.class);

    static {
        for (Turn.Can can : Turn.Can.values()) {
            CAN.put(can, word(can));
        }
    }

    private final JsonGenerator json;

    private FrameWriter(JsonGenerator json) {
        this.json = json;
    }

    static String write(JsonMapper mapper, Reply reply) {
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator json = mapper.createGenerator(text)) {
            new FrameWriter(json).reply(reply);
        }
        return text.toString();
    }

    static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void reply(Reply reply) {
        json.writeStartObject();
        switch (reply) {
            case Reply.Started started -> started(started);
            case Reply.Turned turned -> turned(turned);
            case Reply.Problem(var id, var code, String message) -> {
                text("type", "problem");
                text("code", word(code));
                text("message", message);
                text("id", id);
            }
            case Reply.Erased(String id) -> {
                text("type", "erased");
                text("id", id);
            }
            case Reply.Kept(String id, var code, var until) -> {
                text("type", "kept");
                text("id", id);
                text("code", code == null ? null : code.text());
                text("until", until == null ? null : until.toString());
            }
            case Reply.Consents(String id, boolean keep, boolean couple) -> {
                text("type", "consents");
                text("id", id);
                json.writeBooleanProperty("use", true);
                json.writeBooleanProperty("keep", keep);
                json.writeBooleanProperty("couple", couple);
            }
            case Reply.Summary summary -> SummaryWriter.write(json, summary);
        }
        json.writeEndObject();
    }

    private void started(Reply.Started started) {
        text("type", "started");
        text("id", started.id());
        text("token", started.token().text());
        text("flow", started.flow());
        text("title", started.title());
        text("language", started.language());
        if (started.minutes() > 0) {
            json.writeNumberProperty("minutes", started.minutes());
        }
        json.writeBooleanProperty("reviewed", started.reviewed());
        if (started.kept()) {
            json.writeBooleanProperty("kept", true);
        }
        text("until", started.until() == null ? null : started.until().toString());
    }

    private void turned(Reply.Turned turned) {
        Turn turn = turned.turn();
        text("type", "turn");
        json.writeNumberProperty("seq", turn.number());
        text("accepted", turned.accepted());
        texts("says", turn.says());
        links(turn.links());
        if (turn.asks() != null) {
            json.writeName("ask");
            ask(turn.asks());
        }
        if (turn.card() != null) {
            card(turn.card());
        }
        if (!turn.helplines().isEmpty()) {
            texts("helplines", turn.helplines());
        }
        text("country", turned.country());
        text("do", turn.act() == null ? null : word(turn.act()));
        text("end", turn.ending() == null ? null : word(turn.ending()));
        if (turn.followUp() != null) {
            text("again", turn.followUp().after());
        }
        if (turn.erase()) {
            json.writeBooleanProperty("erased", true);
        }
        json.writeNumberProperty("progress", Math.round(turn.progress() * SHARES) / SHARES);
        can(turn);
        if (turn.history() != null) {
            many("history", turn.history(), FrameWriter::said);
        }
    }

    private void can(Turn turn) {
        json.writeArrayPropertyStart("can");
        CAN.forEach((can, word) -> {
            if (turn.can().contains(can)) {
                json.writeString(word);
            }
        });
        if (!turn.erase()) {
            json.writeString("export");
            json.writeString("erase");
            json.writeString("keep");
        }
        json.writeEndArray();
    }

    private void card(Turn.Card card) {
        json.writeObjectPropertyStart("card");
        text("title", card.title());
        many(
                "lines",
                card.lines(),
                (writer, line) -> {
                    writer.text("label", line.label());
                    writer.text("text", line.text());
                });
        json.writeEndObject();
    }

    private void links(List<Linked> links) {
        if (links.isEmpty()) {
            return;
        }
        many(
                "links",
                links,
                (writer, link) -> {
                    writer.json.writeNumberProperty("say", link.say());
                    writer.text("href", link.to().address());
                    if (link.to().paid()) {
                        writer.json.writeBooleanProperty("paid", true);
                    }
                });
    }

    private void said(Said said) {
        text("at", said.at());
        texts("says", said.says());
        links(said.links());
        text("answer", said.answer());
    }

    private void ask(Question ask) {
        json.writeStartObject();
        text("id", ask.id());
        text("at", ask.at());
        new WantsWriter(json).write(ask.wants());
        text("text", ask.text());
        text("hint", ask.hint());
        if (ask.isPrivate()) {
            json.writeBooleanProperty("private", true);
        }
        if (ask.onlyTaps()) {
            json.writeBooleanProperty("taps", true);
        }
        if (ask.earlier() != null) {
            earlier(ask.earlier());
        }
        if (ask.idle() != null) {
            json.writeObjectPropertyStart("idle");
            json.writeNumberProperty("after", ask.idle().seconds());
            text("say", ask.idle().text());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void earlier(Given earlier) {
        switch (earlier) {
            case Given.Chosen chosen -> {
                json.writeName("earlier");
                chosen(chosen);
            }
            case Given.Several(var all) -> {
                json.writeArrayPropertyStart("earlier");
                all.forEach(this::chosen);
                json.writeEndArray();
            }
            case Given.Amount(double number) -> WantsWriter.number(json, "earlier", number);
            case Given.Written(String words) -> text("earlier", words);
            case Given.Lines(var lines) -> texts("earlier", lines);
            case Given.Piles(var piles) -> {
                json.writeObjectPropertyStart("earlier");
                piles.forEach(this::texts);
                json.writeEndObject();
            }
            case Given.Skipped _, Given.NotKnown _ -> {
                // The widget has no sign for these: the question looks as if asked for the first
                // time.
            }
        }
    }

    private void chosen(Given.Chosen chosen) {
        if (chosen.text() == null) {
            json.writeString(chosen.key());
            return;
        }
        json.writeStartObject();
        text("value", chosen.key());
        text("text", chosen.text());
        json.writeEndObject();
    }

    private <T> void many(String name, List<T> items, BiConsumer<FrameWriter, T> write) {
        json.writeArrayPropertyStart(name);
        for (T item : items) {
            json.writeStartObject();
            write.accept(this, item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void texts(String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private void text(String name, @Nullable String text) {
        if (text != null) {
            json.writeStringProperty(name, text);
        }
    }
}
