package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unsaid.web.socket.ChatEndpoint;

/// What operators copy says what is so, and keeps words off the disk and addresses out of logs.
class DeployTest {
    private static String file(String name) throws IOException {
        return Files.readString(Path.of(name));
    }

    private static Map<String, String> unit() throws IOException {
        return file("deploy/unsaid.service")
                .lines()
                .filter(line -> line.matches("[A-Za-z]+=.*"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }

    private static int defaultOf(Key key) {
        return Integer.parseInt(key.otherwise);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LimitCORE=0",
                "MemorySwapMax=0",
                "NoNewPrivileges=yes",
                "ProtectSystem=strict",
                "ProtectHome=yes",
                "PrivateTmp=yes",
                "MemoryDenyWriteExecute=no"
            })
    void theUnitKeepsToItself(String line) throws IOException {
        assertTrue(file("deploy/unsaid.service").lines().anyMatch(line::equals));
    }

    @Test
    void theUnitStartsTheServerWithSettingsThatExist() throws Exception {
        List<String> command = Arrays.asList(unit().getOrDefault("ExecStart", "").split(" "));
        int main = command.indexOf(Main.class.getName());
        Settings settings =
                Settings.of(command.subList(main + 1, command.size()), Map.of(), Path.of("deploy"));
        assertTrue(settings.truth(Key.PROXY));
        assertTrue(command.contains("@/opt/unsaid/java.options"));
    }

    @Test
    void theUnitLeavesTimeToStop() throws IOException {
        int patience = Integer.parseInt(unit().getOrDefault("TimeoutStopSec", "0"));
        assertTrue(patience > defaultOf(Key.STOP_WITHIN));
    }

    @Test
    void nginxPassesTheSocketOnAndLogsNobody() throws IOException {
        String nginx = file("deploy/nginx.conf");
        assertTrue(nginx.contains("access_log off;"));
        assertTrue(nginx.contains("location = " + ChatEndpoint.PATH + " {"));
        assertTrue(nginx.contains("proxy_set_header Upgrade $http_upgrade;"));
        Matcher silence = Pattern.compile("proxy_read_timeout (\\d+)s;").matcher(nginx);
        assertTrue(silence.find());
        assertTrue(Integer.parseInt(silence.group(1)) > 2 * defaultOf(Key.SILENCE));
    }

    @Test
    void nginxReplacesWhatAVisitorClaimsAboutItselfAtEveryPlace() throws IOException {
        String nginx = file("deploy/nginx.conf");
        String[] places = nginx.split("location ");
        assertEquals(3, places.length);
        for (String place : Arrays.copyOfRange(places, 1, places.length)) {
            assertTrue(place.contains("X-Forwarded-For $remote_addr;"));
            assertTrue(place.contains("X-Forwarded-Proto $scheme;"));
            assertTrue(place.contains("Host $http_host;"));
            for (String header :
                    List.of(
                            "Forwarded",
                            "X-Forwarded-Host",
                            "X-Forwarded-Server",
                            "X-Forwarded-Port")) {
                assertTrue(place.contains("proxy_set_header " + header + " \"\";"), header);
            }
        }
    }

    @Test
    void caddyLogsNobody() throws IOException {
        String caddy = file("deploy/Caddyfile");
        String site = caddy.substring(caddy.indexOf("chat.example.org {"));
        assertFalse(site.contains("log"));
        assertTrue(caddy.contains("exclude http.log.error http.handlers.reverse_proxy"));
        assertTrue(site.contains("header_up -Forwarded"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy/nginx.conf", "deploy/Caddyfile"})
    void bothProxiesLeadToTheVisitorsPort(String name) throws IOException {
        Matcher to = Pattern.compile("127\\.0\\.0\\.1:(\\d+)").matcher(file(name));
        assertTrue(to.find());
        assertEquals(Key.PORT.otherwise, to.group(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-XX:+DisableAttachMechanism"
            })
    void javaWritesItsMemoryToNoDisk(String option) throws IOException {
        assertTrue(file("java.options").lines().anyMatch(option::equals));
        assertTrue(
                file("pom.xml").contains("<argument>@${project.basedir}/java.options</argument>"));
    }

    @Test
    void whoeverTurnsHeapDumpsOnIsTold() {
        String option = "HeapDumpOnOutOfMemoryError";
        HotSpotDiagnosticMXBean machine =
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        String before = machine.getVMOption(option).getValue();
        try (Heard heard = new Heard()) {
            machine.setVMOption(option, "false");
            Dumps.remind();
            assertEquals("", heard.text());
            machine.setVMOption(option, "true");
            Dumps.remind();
            assertTrue(heard.text().contains("a heap dump holds what visitors wrote"));
        } finally {
            machine.setVMOption(option, before);
        }
    }
}
