package io.github.devicebatch.http;

import io.github.devicebatch.domain.Excerpt;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of an HTTP proxy, read as curl reads it, with a login that is never printed. Messages quote the scheme alone: in a
 * malformed URL, a part of the password can stand anywhere else. Beyond curl, a password may have an {@code @} as it is.
 */
final class ProxyUrl {

    private static final Pattern FORM = Pattern.compile(
            "(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(?:([^/?#]*)@)?(\\[[^\\]@/?#]*]|[^:@/?#\\[\\]]*)(?::(\\d*))?/?");
    private static final Pattern HOST = Pattern.compile("\\[[0-9A-Fa-f:.]+]|[\\p{L}\\p{N}_.-]+");
    private static final int CURLS_DEFAULT_PORT = 1080;
    private static final int LARGEST_PORT = 65_535;
    private static final int LONGEST_SCHEME = 20;

    private final String host;
    private final int port;
    private final Optional<String> login;

    private ProxyUrl(String host, int port, Optional<String> login) {
        this.host = host;
        this.port = port;
        this.login = login;
    }

    /**
     * Reads a URL.
     *
     * @param source where it stands, such as the name of a variable, for messages
     * @throws IllegalArgumentException if it is not the URL of an HTTP proxy
     */
    static ProxyUrl parse(String source, String url) {
        Matcher form = FORM.matcher(url);
        if (!form.matches()) {
            throw refused(source, "is not the URL of a proxy");
        }
        if (form.group(1) != null && !form.group(1).equalsIgnoreCase("http")) {
            throw refused(
                    source,
                    "is of the scheme '"
                            + Excerpt.of(form.group(1), LONGEST_SCHEME).text() + "', which is not supported");
        }
        if (!HOST.matcher(form.group(3)).matches()) {
            throw refused(source, "has no host");
        }
        return new ProxyUrl(form.group(3), port(source, form.group(4)), login(source, form.group(2)));
    }

    private static int port(String source, String digits) {
        if (digits == null || digits.isEmpty()) {
            return CURLS_DEFAULT_PORT;
        }
        int port = digits.length() > 5 ? 0 : Integer.parseInt(digits);
        if (port < 1 || port > LARGEST_PORT) {
            throw refused(source, "has a port that is not in 1 to " + LARGEST_PORT);
        }
        return port;
    }

    private static Optional<String> login(String source, String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return Optional.empty();
        }
        int colon = encoded.indexOf(':');
        String user = decoded(source, colon < 0 ? encoded : encoded.substring(0, colon));
        String password = colon < 0 ? "" : decoded(source, encoded.substring(colon + 1));
        if (user.contains(":")) {
            throw new IllegalArgumentException(
                    source + " has a colon in the user's name; the Basic scheme can't carry it");
        }
        return Optional.of(user + ":" + password);
    }

    /** Decodes {@code %} with two hexadecimal digits; any other {@code %} stands for itself, as in curl. */
    private static String decoded(String source, String encoded) {
        byte[] octets = encoded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int index = 0; index < octets.length; index++) {
            int value = octets[index] == '%' ? hexadecimal(octets, index + 1) : -1;
            int octet = value < 0 ? octets[index] & 0xff : value;
            index += value < 0 ? 0 : 2;
            if (octet < ' ' || octet == 0x7f) {
                throw new IllegalArgumentException(source + " has a control character in its login");
            }
            decoded.write(octet);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new IllegalArgumentException(source + " has a login that is not percent-encoded UTF-8");
        }
    }

    private static int hexadecimal(byte[] octets, int index) {
        if (index + 1 >= octets.length) {
            return -1;
        }
        int high = Character.digit(octets[index], 16);
        int low = Character.digit(octets[index + 1], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static IllegalArgumentException refused(String source, String why) {
        return new IllegalArgumentException(source + " " + why
                + "; give one such as http://proxy.example:3128, or http://user:password@proxy.example:3128");
    }

    /** Returns host and port, not resolved. */
    InetSocketAddress address() {
        return InetSocketAddress.createUnresolved(host.replaceFirst("^\\[(.*)]$", "$1"), port);
    }

    /** Returns the credentials of RFC 7617 with the scheme's name, if there is a login. They are a secret. */
    Optional<String> authorization() {
        return login.map(text -> "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns scheme, host and port. */
    @Override
    public String toString() {
        return "http://" + host + ":" + port;
    }
}
