package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LoggingTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WORDS = "MySecretWords";

    @Test
    void anExceptionIsLoggedWithoutItsMessage() {
        try (Heard heard = new Heard()) {
            Exception cause = new IllegalStateException(WORDS);
            LoggerFactory.getLogger("unsaid.web.X")
                    .error("It broke.", new IllegalArgumentException(WORDS, cause));
            assertTrue(heard.all().contains("It broke."));
            assertTrue(heard.all().contains("Caused by java.lang.IllegalStateException"));
            assertTrue(heard.all().contains("LoggingTest.java"));
            assertFalse(heard.all().contains(WORDS));
        }
    }

    @Test
    void whatTyrusLogsComesToTheSameLogAndOnlyItsWarnings() {
        Logging.bridge();
        try (Heard heard = new Heard()) {
            java.util.logging.Logger tyrus =
                    java.util.logging.Logger.getLogger("org.glassfish.tyrus.core.X");
            tyrus.log(new LogRecord(Level.FINE, WORDS));
            tyrus.log(Level.INFO, WORDS);
            tyrus.log(Level.WARNING, "a warning", new IllegalStateException(WORDS));
            assertTrue(heard.all().contains("a warning"));
            assertFalse(heard.all().contains(WORDS));
        }
    }

    @Test
    void aLineOfJsonTellsWhenHowBadWhoWhatAndWhatWasThrown() {
        try (Heard heard = new Heard()) {
            LoggerFactory.getLogger("unsaid.web.X")
                    .error("{} broke.", 3, new IllegalArgumentException(WORDS, new Error(WORDS)));
            JsonNode line = JSON.readTree(heard.json());
            assertEquals(
                    Set.of("time", "level", "logger", "message", "thrown"),
                    Set.copyOf(line.propertyNames()));
            assertFalse(Instant.parse(line.path("time").asString()).isAfter(Instant.now()));
            assertEquals("ERROR", line.path("level").asString());
            assertEquals("unsaid.web.X", line.path("logger").asString());
            assertEquals("3 broke.", line.path("message").asString());
            assertEquals(
                    "java.lang.IllegalArgumentException",
                    line.path("thrown").path(0).path("class").asString());
            assertEquals("java.lang.Error", line.path("thrown").path(1).path("class").asString());
            assertTrue(heard.json().contains("LoggingTest.java"));
            assertFalse(heard.json().contains(WORDS));
            assertFalse(heard.text().contains(WORDS));
        }
    }

    @Test
    void anExceptionThatIsItsOwnCauseDoesNotFillTheLog() {
        try (Heard heard = new Heard()) {
            Exception one = new IllegalStateException();
            one.initCause(new IllegalStateException(one));
            LoggerFactory.getLogger("unsaid.web.X").error("It broke.", one);
            assertTrue(JSON.readTree(heard.json()).path("thrown").size() <= Quiet.CAUSES);
            assertTrue(heard.text().lines().count() <= 1 + 5 * 21);
        }
    }

    @Test
    void aForgedLineStaysInsideItsOwn() {
        String forged = "x\r\n12:00:00 ERROR unsaid  {\"level\":\"ERROR\"}\u2028\u0085\u001b[31m";
        try (Heard heard = new Heard()) {
            LoggerFactory.getLogger("unsaid.web.X").warn("A flow is called {}.", forged);
            assertEquals(1, heard.text().lines().count(), heard.text());
            assertEquals(1, heard.json().lines().count(), heard.json());
            assertEquals("WARN", JSON.readTree(heard.json()).path("level").asString());
            for (String escape : new String[] {"\r", "\u001b", "\u2028", "\u0085"}) {
                assertFalse(heard.text().contains(escape));
                assertFalse(heard.json().contains(escape));
            }
        }
    }

    @Test
    void ofALibrarysWordsOnlyTheFixedOnesAreLogged() {
        try (Heard heard = new Heard()) {
            LoggerFactory.getLogger("org.eclipse.jetty.X").warn("bad path {}", WORDS);
            assertTrue(heard.text().contains("bad path {}"));
            assertTrue(heard.json().contains("bad path {}"));
            assertFalse(heard.text().contains(WORDS));
            assertFalse(heard.json().contains(WORDS));
        }
    }

    @Test
    void theLevelIsThatOfOurOwnWordsAndLibrariesOnlyWarn() {
        try (Heard heard = new Heard()) {
            Logging.set("text", "debug");
            LoggerFactory.getLogger("unsaid.web.X").debug("ours");
            LoggerFactory.getLogger("org.eclipse.jetty.X").info("theirs");
            Logging.set("text", "error");
            LoggerFactory.getLogger("unsaid.web.X").warn("not so bad");
            assertTrue(heard.text().contains("ours"));
            assertFalse(heard.text().contains("theirs"));
            assertFalse(heard.text().contains("not so bad"));
        } finally {
            Logging.set("text", "info");
        }
    }

    @Test
    void aLineForPeopleTellsWhenHowBadWhoAndWhat() {
        try (Heard heard = new Heard()) {
            LoggerFactory.getLogger("unsaid.web.session.Conversations").warn("It is {}.", "full");
            assertTrue(
                    heard.text()
                            .matches(
                                    "\\d\\d:\\d\\d:\\d\\d WARN  u\\.w\\.s\\.Conversations  It is full\\.\\R"),
                    heard.text());
        }
    }

    @Test
    void theProgramItselfSaysWhereTheLogGoesAndWhoIsNotHeard() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                .iteratorForAppenders()
                .forEachRemaining(appenders::add);
        ConsoleAppender<?> console = assertInstanceOf(ConsoleAppender.class, appenders.getFirst());
        assertEquals("System.err", console.getTarget());
        assertFalse(LoggerFactory.getLogger("com.zaxxer.hikari.pool").isWarnEnabled());
        assertFalse(LoggerFactory.getLogger("org.eclipse.jetty.util.HostPort").isErrorEnabled());
        assertFalse(LoggerFactory.getLogger("org.eclipse.jetty.X").isInfoEnabled());
    }

    @Test
    void whatAThreadDiesOfIsLoggedWithoutItsMessage() throws InterruptedException {
        Logging.bridge();
        try (Heard heard = new Heard()) {
            Thread thread =
                    Thread.ofPlatform()
                            .start(() -> {
                                throw new IllegalStateException(WORDS);
                            });
            thread.join();
            assertTrue(heard.text().contains("A thread died."));
            assertTrue(heard.text().contains("java.lang.IllegalStateException"));
            assertFalse(heard.all().contains(WORDS));
        }
    }
}
