package io.github.devicebatch.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Style sheet and script of the HTML report, and the content security policy that allows these two and nothing else.
 *
 * @param style the style sheet
 * @param script the script
 */
record HtmlResources(String style, String script) {

    static HtmlResources load() {
        return new HtmlResources(read("report.css"), read("report.js"));
    }

    private static String read(String name) {
        try (InputStream resource =
                HtmlResources.class.getResourceAsStream("/io/github/devicebatch/cli/report/" + name)) {
            return new String(resource.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Returns the policy: no request to anywhere, no form, no other script or style. */
    String contentSecurityPolicy() {
        return "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script)
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
