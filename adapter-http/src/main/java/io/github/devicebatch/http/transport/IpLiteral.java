package io.github.devicebatch.http.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads IP addresses in their written form. Never looks a name up. */
final class IpLiteral {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern PERHAPS_IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int LONGEST = 45;

    private IpLiteral() {}

    /** Returns 4 octets for an IPv4 address, 16 for an IPv6 address (without zone), and nothing for any other text. */
    static Optional<byte[]> octets(String text) {
        if (IPV4.matcher(text).matches()) {
            return Optional.of(parsed(text));
        }
        if (text.length() > LONGEST || !PERHAPS_IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            // With a colon in it, a text is an IPv6 address to the JDK or an error, but never a name.
            return Optional.of(mapped(InetAddress.getByName(text).getAddress()));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    /** Returns whether {@code host} is this machine: 127.0.0.0/8, ::1, {@code localhost} and names below it. */
    static boolean isLoopback(String host) {
        String bare = host.replaceFirst("^\\[(.*)]$", "$1").replaceFirst("\\.$", "");
        return octets(bare).map(IpLiteral::isLoopback).orElseGet(() -> bare.matches("(?i)(.*\\.)?localhost"));
    }

    private static boolean isLoopback(byte[] octets) {
        byte[] last = Arrays.copyOfRange(octets, Math.max(0, octets.length - 4), octets.length);
        boolean isMapped = octets.length == 16 && Arrays.equals(octets, mapped(last));
        if (octets.length == 4 || isMapped) {
            return last[0] == 127;
        }
        byte[] one = new byte[16];
        one[15] = 1;
        return Arrays.equals(octets, one);
    }

    private static byte[] parsed(String ipv4) {
        String[] numbers = ipv4.split("\\.");
        byte[] octets = new byte[numbers.length];
        for (int index = 0; index < numbers.length; index++) {
            octets[index] = (byte) Integer.parseInt(numbers[index]);
        }
        return octets;
    }

    /** The JDK reads {@code ::ffff:10.0.0.1} as an IPv4 address. */
    private static byte[] mapped(byte[] octets) {
        if (octets.length == 16) {
            return octets;
        }
        byte[] whole = new byte[16];
        whole[10] = (byte) 0xff;
        whole[11] = (byte) 0xff;
        System.arraycopy(octets, 0, whole, 12, 4);
        return whole;
    }
}
