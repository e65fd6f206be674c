package unsaid.web.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/// What a stranger is counted by.
public final class Network {
    private static final int PREFIX_BYTES = 8;
    private static final int ALL_BYTES = 16;

    private Network() {}

    /// An IPv4 address as it is; of an IPv6 address its network of 64 bits, of which one stranger
    /// has all. What is no address stays as it is.
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        String bare = address.startsWith("[") ? address.replaceAll("[\\[\\]]", "") : address;
        try {
            InetAddress parsed = InetAddress.ofLiteral(bare);
            return parsed instanceof Inet6Address six
                    ? prefix(six) + "/64"
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static String prefix(Inet6Address address) {
        byte[] network =
                Arrays.copyOf(Arrays.copyOf(address.getAddress(), PREFIX_BYTES), ALL_BYTES);
        try {
            return InetAddress.getByAddress(network).getHostAddress();
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an address", e);
        }
    }
}
