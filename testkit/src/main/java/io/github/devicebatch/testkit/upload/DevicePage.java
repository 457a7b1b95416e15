package io.github.devicebatch.testkit.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the devices of a batch.
 *
 * @param devices the devices, at most 100
 * @param next the continuation token of the next page, empty on the last page
 */
public record DevicePage(List<UploadedDevice> devices, Optional<String> next) {

    static final int MAX_SIZE = 100;

    private static final Pattern TOKEN = Pattern.compile("devices:([0-9]{1,9})");

    /**
     * Returns the first page, or the page of a continuation token.
     *
     * @return the page, or empty if no page has that token
     */
    public static Optional<DevicePage> of(List<UploadedDevice> all, Optional<String> token) {
        Optional<Integer> start = token.isEmpty() ? Optional.of(0) : token.flatMap(DevicePage::start);
        return start.filter(first -> first == 0 || first < all.size()).map(first -> from(all, first));
    }

    private static DevicePage from(List<UploadedDevice> all, int first) {
        int end = Math.min(first + MAX_SIZE, all.size());
        return new DevicePage(all.subList(first, end), end < all.size() ? Optional.of(token(end)) : Optional.empty());
    }

    private static String token(int start) {
        return Base64.getEncoder().encodeToString(("devices:" + start).getBytes(UTF_8));
    }

    private static Optional<Integer> start(String token) {
        try {
            Matcher form = TOKEN.matcher(new String(Base64.getDecoder().decode(token), UTF_8));
            return form.matches() ? Optional.of(Integer.parseInt(form.group(1))) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
