package io.github.devicebatch.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what a request at the token endpoint carries that nobody else should see. */
final class SubmittedSecrets {

    private static final List<String> FIELDS =
            List.of("client_secret", "client_assertion", "refresh_token", "device_code");
    private static final Pattern IN_QUERY =
            Pattern.compile("([?&](?:" + String.join("|", FIELDS) + "|access_token)=)[^&]*", Pattern.CASE_INSENSITIVE);

    private SubmittedSecrets() {}

    /** Gives those in the form and in HTTP Basic, decoded. */
    static List<String> of(Request request) {
        TokenForm form = TokenForm.of(request);
        return Stream.concat(
                        FIELDS.stream().flatMap(field -> form.values(field).stream()),
                        BasicCredentials.allOf(request).stream().map(BasicCredentials::secret))
                .toList();
    }

    /** Gives them in every spelling in which they may stand in the rest of the request. */
    static Stream<String> spellings(Request request) {
        return Stream.concat(
                of(request).stream().flatMap(secret -> Stream.of(secret, URLEncoder.encode(secret, UTF_8))),
                BasicCredentials.allOf(request).stream().map(BasicCredentials::secretAsSent));
    }

    /** Puts {@code replacement} where a target has one in its query, where none belongs. */
    static String withoutQuerySecrets(String target, String replacement) {
        return IN_QUERY.matcher(target).replaceAll("$1" + replacement);
    }
}
