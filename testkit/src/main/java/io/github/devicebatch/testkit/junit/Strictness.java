package io.github.devicebatch.testkit.junit;

import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How exactly what a fake received has to be what it was told of. */
enum Strictness {
    /** In no way. */
    LENIENT {
        @Override
        Stream<String> objections(FakePartnerCenter partnerCenter) {
            return Stream.empty();
        }
    },

    /** No request came that nobody planned. */
    NOTHING_UNPLANNED {
        @Override
        Stream<String> objections(FakePartnerCenter partnerCenter) {
            return unplanned(partnerCenter);
        }
    },

    /** And every reply that was planned was asked for. */
    EVERYTHING_PLANNED {
        @Override
        Stream<String> objections(FakePartnerCenter partnerCenter) {
            return Stream.concat(unplanned(partnerCenter), unasked(partnerCenter));
        }
    };

    private static final int SHOWN = 5;

    /** Gives what speaks against {@code partnerCenter}, a sentence each. */
    abstract Stream<String> objections(FakePartnerCenter partnerCenter);

    private static Stream<String> unplanned(FakePartnerCenter partnerCenter) {
        List<RecordedRequest> unplanned = partnerCenter.requests().stream()
                .filter(request -> !request.planned())
                .toList();
        Stream<String> shown =
                unplanned.stream().limit(SHOWN).map(request -> NearMiss.of(request, partnerCenter.stubbedBatches()));
        return unplanned.size() <= SHOWN
                ? shown
                : Stream.concat(shown, Stream.of("and " + (unplanned.size() - SHOWN) + " more that were not planned"));
    }

    private static Stream<String> unasked(FakePartnerCenter partnerCenter) {
        return partnerCenter.unusedReplies().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        (one, another) -> one.toString().compareTo(another.toString())))
                .map(unused ->
                        "nobody asked for what was planned next about " + unused.getKey() + ": " + unused.getValue());
    }
}
