package io.github.devicebatch.http.credential;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Binary content as text in Base64, the form in which vaults and CI systems keep files. */
final class Base64Text {

    private static final Pattern LINES = Pattern.compile("\\A\\x{feff}?[A-Za-z0-9+/\\s]+={0,2}\\s*\\z");
    private static final int UTF16_MARK_BIG = 0xFEFF;
    private static final int UTF16_MARK_LITTLE = 0xFFFE;

    private Base64Text() {}

    /** Returns the decoded content; empty if {@code bytes} are anything but Base64, in one line or in several. */
    static Optional<byte[]> decoded(byte[] bytes) {
        String text = new String(bytes, charset(bytes));
        if (!LINES.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(text.replaceAll("[\\s\\x{feff}]", "")));
        } catch (IllegalArgumentException wrongLength) {
            return Optional.empty();
        }
    }

    /** Windows PowerShell 5.1 writes redirected text in UTF-16 with a mark. */
    private static Charset charset(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << Byte.SIZE | bytes[1] & 0xFF;
        return mark == UTF16_MARK_BIG || mark == UTF16_MARK_LITTLE ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
