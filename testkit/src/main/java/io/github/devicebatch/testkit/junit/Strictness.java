package io.github.devicebatch.testkit.junit;

import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The received requests and unused replies that fail a test. */
enum Strictness {
    /** None. */
    LENIENT {
        @Override
        Stream<String> violations(FakePartnerCenter partnerCenter) {
            return Stream.empty();
        }
    },

    /** Requests without a planned reply. */
    NOTHING_UNPLANNED {
        @Override
        Stream<String> violations(FakePartnerCenter partnerCenter) {
            return unplanned(partnerCenter);
        }
    },

    /** Requests without a planned reply, and planned replies without a request. */
    EVERYTHING_PLANNED {
        @Override
        Stream<String> violations(FakePartnerCenter partnerCenter) {
            return Stream.concat(unplanned(partnerCenter), unused(partnerCenter));
        }
    };

    private static final int MAX_LISTED = 5;

    /** Returns the violations, one sentence each. */
    abstract Stream<String> violations(FakePartnerCenter partnerCenter);

    private static Stream<String> unplanned(FakePartnerCenter partnerCenter) {
        List<RecordedRequest> unplanned = partnerCenter.requests().stream()
                .filter(request -> !request.planned())
                .toList();
        Stream<String> listed = unplanned.stream()
                .limit(MAX_LISTED)
                .map(request -> NearMiss.of(request, partnerCenter.stubbedBatches()));
        return unplanned.size() <= MAX_LISTED
                ? listed
                : Stream.concat(
                        listed, Stream.of("and " + (unplanned.size() - MAX_LISTED) + " more unplanned requests"));
    }

    private static Stream<String> unused(FakePartnerCenter partnerCenter) {
        return partnerCenter.unusedReplies().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        (first, second) -> first.toString().compareTo(second.toString())))
                .map(unused -> "unused replies for " + unused.getKey() + ": " + unused.getValue());
    }
}
