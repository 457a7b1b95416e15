package io.github.devicebatch.testkit.junit;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.RecordedRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The planned status path that is most similar to the path of an unplanned request, and the differences between both. */
final class NearMiss {

    private static final int CUSTOMER = 3;
    private static final int TRACKING = 5;

    private NearMiss() {}

    /** Returns a sentence about the request and the most similar of the planned batches. */
    static String of(RecordedRequest request, Collection<BatchReference> planned) {
        String path = request.path().split("\\?", 2)[0];
        Optional<String> nearest = planned.stream()
                .map(FakePartnerCenter::statusPath)
                .max(Comparator.comparingInt(plan -> similarity(path, plan)));
        return request.method() + " " + request.path() + " was not planned; "
                + nearest.map(plan -> "nearest: " + plan + ", " + difference(path, plan))
                        .orElse("no reply was planned");
    }

    /** Returns the number of characters that the segments of both paths have in common at their beginning. */
    private static int similarity(String path, String plan) {
        List<String> actual = segments(path);
        List<String> expected = segments(plan);
        return IntStream.range(0, Math.min(actual.size(), expected.size()))
                .map(index -> commonPrefix(actual.get(index), expected.get(index)))
                .sum();
    }

    private static String difference(String path, String plan) {
        List<String> actual = segments(path);
        List<String> expected = segments(plan);
        List<String> differences = IntStream.range(0, Math.max(actual.size(), expected.size()))
                .boxed()
                .flatMap(index -> difference(index, segment(actual, index), segment(expected, index)))
                .toList();
        return differences.isEmpty()
                ? "which was planned after the request"
                : "which differs in " + String.join(" and in ", differences);
    }

    private static Stream<String> difference(int index, String actual, String expected) {
        if (actual.equalsIgnoreCase(expected)) {
            return Stream.empty();
        }
        int common = commonPrefix(actual, expected);
        return Stream.of(String.format(
                Locale.ROOT,
                "%s at character %d: %s instead of %s",
                name(index),
                common + 1,
                rest(actual, common),
                rest(expected, common)));
    }

    private static int commonPrefix(String first, String second) {
        int length = 0;
        while (length < Math.min(first.length(), second.length())
                && Character.toLowerCase(first.charAt(length)) == Character.toLowerCase(second.charAt(length))) {
            length++;
        }
        return length;
    }

    private static String rest(String text, int index) {
        return index < text.length() ? "'" + text.substring(index) + "'" : "nothing";
    }

    private static String name(int index) {
        return switch (index) {
            case CUSTOMER -> "the customer id";
            case TRACKING -> "the tracking id";
            default -> "segment " + index + " of the path";
        };
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private static String segment(List<String> segments, int index) {
        return index < segments.size() ? segments.get(index) : "";
    }
}
