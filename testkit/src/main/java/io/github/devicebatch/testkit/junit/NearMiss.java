package io.github.devicebatch.testkit.junit;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.RecordedRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells of a request that nobody planned which plan it may have been meant for, and what is different. */
final class NearMiss {

    private static final int CUSTOMER = 3;
    private static final int TRACKING = 5;

    private NearMiss() {}

    /** Says it in one sentence, about the nearest of the batches that were {@code planned}. */
    static String of(RecordedRequest request, Collection<BatchReference> planned) {
        String path = request.path().split("\\?", 2)[0];
        Optional<String> nearest = planned.stream()
                .map(FakePartnerCenter::statusPath)
                .min(Comparator.comparing(plan -> EditDistance.of(path, plan)));
        return request.method() + " " + request.path() + " was not planned; "
                + nearest.map(plan -> "nearest: " + plan + ", " + difference(path, plan))
                        .orElse("nothing was planned at all");
    }

    private static String difference(String path, String plan) {
        List<String> asked = List.of(path.split("/", -1));
        List<String> meant = List.of(plan.split("/", -1));
        List<String> differences = IntStream.range(0, Math.max(asked.size(), meant.size()))
                .boxed()
                .flatMap(segment -> difference(segment, at(asked, segment), at(meant, segment)))
                .toList();
        return differences.isEmpty()
                ? "which was planned after the request came"
                : "which differs in " + String.join(" and in ", differences);
    }

    private static Stream<String> difference(int segment, String asked, String meant) {
        return asked.equalsIgnoreCase(meant)
                ? Stream.empty()
                : Stream.of("%s at %s".formatted(name(segment), place(asked, meant)));
    }

    private static String place(String asked, String meant) {
        int same = 0;
        while (same < Math.min(asked.length(), meant.length())
                && Character.toLowerCase(asked.charAt(same)) == Character.toLowerCase(meant.charAt(same))) {
            same++;
        }
        return "character %d: %s instead of %s".formatted(same + 1, from(asked, same), from(meant, same));
    }

    private static String from(String text, int index) {
        return index < text.length() ? "'" + text.substring(index) + "'" : "nothing";
    }

    private static String name(int segment) {
        return switch (segment) {
            case CUSTOMER -> "the customer id";
            case TRACKING -> "the tracking id";
            default -> "segment " + segment + " of the path";
        };
    }

    private static String at(List<String> segments, int index) {
        return index < segments.size() ? segments.get(index) : "";
    }
}
