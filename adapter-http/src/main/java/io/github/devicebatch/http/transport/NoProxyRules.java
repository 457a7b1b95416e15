package io.github.devicebatch.http.transport;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which hosts are reached without a proxy, written as curl's {@code NO_PROXY}: names with everything below them, IP addresses,
 * networks in CIDR form, or {@code *} alone for every host.
 *
 * <p>Like curl, it never looks a name up: a network matches IP addresses only. Beyond curl, which never matches them, an
 * entry may have a port or an IPv6 address in brackets. Immutable.
 */
public final class NoProxyRules {

    /** Rules that match no host. */
    public static final NoProxyRules NONE = new NoProxyRules("", List.of());

    private final String text;
    private final List<Entry> entries;

    private NoProxyRules(String text, List<Entry> entries) {
        this.text = text;
        this.entries = entries;
    }

    /**
     * Reads rules. An entry that is neither a name nor an address matches nothing, as in curl.
     *
     * @param text entries separated by commas or white space
     * @return the rules
     */
    public static NoProxyRules parse(String text) {
        if (text.equals("*")) {
            return new NoProxyRules(text, List.of((host, port) -> true));
        }
        return new NoProxyRules(
                text,
                Arrays.stream(text.split("[,\\s]+"))
                        .map(Entry::parse)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /**
     * Returns whether a host is reached without a proxy.
     *
     * @param host a name or an IP address; IPv6 with or without brackets
     * @param port the port
     */
    public boolean matches(String host, int port) {
        Host target = Host.of(host);
        return entries.stream().anyMatch(entry -> entry.matches(target, port));
    }

    /** Returns the rules as they were written. */
    @Override
    public String toString() {
        return text;
    }

    /** A host: its name in lower case without a dot at its end, and its octets if it is an IP address. */
    private record Host(String name, Optional<byte[]> address) {

        static Host of(String text) {
            String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
            Optional<byte[]> address = IpLiteral.octets(bare);
            return new Host(address.isPresent() ? bare : withoutLastDot(bare.toLowerCase(Locale.ROOT)), address);
        }

        private static String withoutLastDot(String name) {
            return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        }
    }

    /** One entry of the rules. */
    private interface Entry {

        /** A name, an IPv4 address or a network, or anything in brackets; then perhaps a port. */
        Pattern FORM = Pattern.compile("(?:\\[([^\\]]*)]|([^:\\[\\]]+))(?::(\\d{1,5}))?");

        boolean matches(Host host, int port);

        static Optional<Entry> parse(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                return hostOrNetwork(text); // IPv6 without brackets, which can't have a port
            }
            Optional<Entry> entry = hostOrNetwork(form.group(1) == null ? form.group(2) : form.group(1));
            OptionalInt only =
                    form.group(3) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(form.group(3)));
            return entry.map(any -> (host, port) -> only.orElse(port) == port && any.matches(host, port));
        }

        private static Optional<Entry> hostOrNetwork(String text) {
            int slash = text.indexOf('/');
            Optional<byte[]> address = IpLiteral.octets(slash < 0 ? text : text.substring(0, slash));
            if (address.isPresent()) {
                return network(address.get(), slash < 0 ? "" : text.substring(slash));
            }
            String name =
                    Host.of(text.startsWith(".") ? text.substring(1) : text).name();
            return name.isEmpty()
                    ? Optional.empty()
                    : Optional.of((host, port) -> host.address().isEmpty()
                            && (host.name().equals(name) || host.name().endsWith("." + name)));
        }

        /** A network with a prefix of 0 bits is one address to curl, and so it is here. */
        private static Optional<Entry> network(byte[] network, String prefix) {
            if (!prefix.matches("(/\\d{1,3})?")) {
                return Optional.empty();
            }
            int all = network.length * 8;
            int told = prefix.isEmpty() ? all : Integer.parseInt(prefix.substring(1));
            int bits = told == 0 ? all : told;
            return bits > all
                    ? Optional.empty()
                    : Optional.of(
                            (host, port) -> host.address().stream().anyMatch(own -> isWithin(own, network, bits)));
        }

        private static boolean isWithin(byte[] address, byte[] network, int bits) {
            if (address.length != network.length) {
                return false;
            }
            int whole = bits / 8;
            int mask = 0xff00 >> (bits % 8) & 0xff;
            return Arrays.equals(address, 0, whole, network, 0, whole)
                    && (mask == 0 || (address[whole] & mask) == (network[whole] & mask));
        }
    }
}
