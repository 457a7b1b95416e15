package io.github.devicebatch.testkit.upload;

import io.github.devicebatch.domain.CustomerId;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JSON of collections as the service writes them: of {@code DeviceBatch} and of {@code Device}. */
public final class DeviceBatchJson {

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
    private static final DateTimeFormatter SECONDS = formatter("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter TICKS = formatter("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'");

    private DeviceBatchJson() {}

    /** Returns the collection of a customer's batches. */
    public static String batches(CustomerId customer, List<DeviceBatch> batches, Instant now) {
        return collection(batches.stream()
                        .map(batch -> batch(customer, batch, now))
                        .toList())
                .add("attributes", attributes("Collection"))
                .build()
                .toString();
    }

    /**
     * Returns the collection of one page of devices. The continuation token is in the body, as documented for this call, and
     * in the link, as in every other paged call.
     */
    public static String devices(String path, DevicePage page) {
        JsonObjectBuilder json =
                collection(page.devices().stream().map(DeviceBatchJson::device).toList());
        page.next()
                .ifPresent(token -> json.add("continuationToken", token)
                        .add(
                                "links",
                                JSON.createObjectBuilder()
                                        .add("self", link(path, JSON.createArrayBuilder()))
                                        .add("next", next(path, token))));
        return json.add("attributes", attributes("Collection")).build().toString();
    }

    /** Returns the path of the devices of a batch, without the version of the API. */
    public static String path(CustomerId customer, String batch) {
        return "/customers/" + customer + "/deviceBatches/" + batch + "/devices";
    }

    private static JsonObjectBuilder batch(CustomerId customer, DeviceBatch batch, Instant now) {
        return JSON.createObjectBuilder()
                .add("id", batch.id())
                .add("status", batch.state(now).text())
                .add("creationDate", SECONDS.format(batch.created()))
                .add("devicesCount", batch.registered(now).size())
                .add("devicesLink", link(path(customer, batch.id()), JSON.createArrayBuilder()))
                .add("attributes", attributes("DeviceBatch"));
    }

    private static JsonObjectBuilder device(UploadedDevice device) {
        SubmittedDevice submitted = device.submitted();
        JsonObjectBuilder json = JSON.createObjectBuilder().add("id", device.id());
        submitted.serialNumber().ifPresent(number -> json.add("serialNumber", number));
        submitted.productKey().ifPresent(key -> json.add("productKey", key));
        submitted.model().ifPresent(model -> json.add("modelName", model));
        submitted.manufacturer().ifPresent(manufacturer -> json.add("oemManufacturerName", manufacturer));
        JsonObjectBuilder noPolicy =
                JSON.createObjectBuilder().add("key", "o_o_b_e").addNull("value");
        return json.add("policies", JSON.createArrayBuilder().add(noPolicy))
                .add("uploadedDate", TICKS.format(device.processed()))
                .add("attributes", attributes("Device"));
    }

    private static JsonObjectBuilder collection(List<JsonObjectBuilder> items) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        items.forEach(array::add);
        return JSON.createObjectBuilder().add("totalCount", items.size()).add("items", array);
    }

    private static JsonObjectBuilder next(String path, String token) {
        JsonObjectBuilder header =
                JSON.createObjectBuilder().add("key", "MS-ContinuationToken").add("value", token);
        return link(path + "?seekOperation=Next", JSON.createArrayBuilder().add(header));
    }

    private static JsonObjectBuilder link(String uri, JsonArrayBuilder headers) {
        return JSON.createObjectBuilder().add("uri", uri).add("method", "GET").add("headers", headers);
    }

    private static JsonObjectBuilder attributes(String objectType) {
        return JSON.createObjectBuilder().add("objectType", objectType);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
