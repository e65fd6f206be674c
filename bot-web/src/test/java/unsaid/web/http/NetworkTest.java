package unsaid.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:0:1::1, 2001:db8:0:1:0:0:0:0/64",
        "2001:db8:0:1:ffff::2, 2001:db8:0:1:0:0:0:0/64",
        "[2001:db8:0:2::3], 2001:db8:0:2:0:0:0:0/64",
        "::ffff:192.0.2.1, 192.0.2.1",
        "_hidden, _hidden",
        "a:b:c, a:b:c"
    })
    void strangersAreCountedByTheirNetwork(String address, String network) {
        assertEquals(network, Network.of(address));
    }
}
