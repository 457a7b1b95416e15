package io.github.devicebatch.http.json;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.Excerpt;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deserializer of BatchUploadDetails, straight into the domain's type.
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/device-deployment-resources">Device deployment
 *     resources</a>
 */
final class BatchStatusDeserializer implements JsonbDeserializer<BatchStatus> {

    private static final List<String> MEMBERS =
            List.of("batchTrackingId", "status", "startedTime", "completedTime", "devicesStatus");
    private static final int MAX_TIME_LENGTH = 40;

    @Override
    public BatchStatus deserialize(JsonParser parser, DeserializationContext context, Type type) {
        return new Reader(parser).read();
    }

    /** Reader of one object, behind its opening brace. */
    private static final class Reader {

        private final JsonParser parser;
        private final JsonObjectReader members;
        private final List<String> remarks = new ArrayList<>();
        private Optional<BatchTrackingId> trackingId = Optional.empty();
        private Optional<BatchState> state = Optional.empty();
        private Optional<Instant> startedTime = Optional.empty();
        private Optional<Instant> completedTime = Optional.empty();
        private List<DeviceStatus> devices = List.of();

        private Reader(JsonParser parser) {
            this.parser = parser;
            this.members = new JsonObjectReader(parser, MEMBERS);
        }

        private BatchStatus read() {
            while (members.next()) {
                switch (members.name()) {
                    case "batchTrackingId" -> trackingId = members.text().map(Reader::trackingId);
                    case "status" -> state = members.word().map(BatchState::of);
                    case "startedTime" -> startedTime = members.text().flatMap(this::time);
                    case "completedTime" -> completedTime = members.text().flatMap(this::time);
                    case "devicesStatus" -> devices = new DeviceStatusReader(parser).read();
                    default -> throw new AssertionError(members.name());
                }
            }
            return new BatchStatus(
                    trackingId.orElseThrow(() -> new UnreadableBodyException("it has no batchTrackingId")),
                    state.orElseThrow(() -> new UnreadableBodyException("it has no status")),
                    startedTime,
                    completedTime,
                    devices,
                    remarks);
        }

        private static BatchTrackingId trackingId(String text) {
            try {
                return BatchTrackingId.parse(text);
            } catch (IllegalArgumentException notAnId) {
                throw new UnreadableBodyException("its batchTrackingId is not a GUID");
            }
        }

        private Optional<Instant> time(String text) {
            try {
                return TimestampParser.parse(text);
            } catch (DateTimeException malformed) {
                remarks.add(members.name() + " is not a time and was left out: " + Excerpt.of(text, MAX_TIME_LENGTH));
                return Optional.empty();
            }
        }
    }
}
