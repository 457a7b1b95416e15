package io.github.devicebatch.testkit.upload;

import io.github.devicebatch.domain.CustomerId;
import io.github.devicebatch.testkit.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes collections as the service does: of {@code DeviceBatch} and of {@code Device}. */
public final class DeviceBatchJson {

    private static final DateTimeFormatter SECONDS = formatter("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter TICKS = formatter("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'");

    private DeviceBatchJson() {}

    public static String batches(CustomerId customer, List<DeviceBatch> batches, Instant now) {
        List<JsonObject> items =
                batches.stream().map(batch -> batch(customer, batch, now)).toList();
        return collection(items).object("attributes", attributes("Collection")).toString();
    }

    /** The token stands in the body, as the page of this call says, and in the link, as every other paged call has it. */
    public static String devices(String path, DevicePage page) {
        JsonObject collection =
                collection(page.devices().stream().map(DeviceBatchJson::device).toList());
        page.next()
                .ifPresent(token -> collection
                        .text("continuationToken", token)
                        .object(
                                "links",
                                new JsonObject()
                                        .object("self", link(path, List.of()))
                                        .object("next", next(path, token))));
        return collection.object("attributes", attributes("Collection")).toString();
    }

    public static String path(CustomerId customer, String batch) {
        return "/customers/" + customer + "/deviceBatches/" + batch + "/devices";
    }

    private static JsonObject batch(CustomerId customer, DeviceBatch batch, Instant now) {
        return new JsonObject()
                .text("id", batch.id())
                .text("status", batch.state().text())
                .text("creationDate", SECONDS.format(batch.created()))
                .number("devicesCount", batch.registered(now).size())
                .object("devicesLink", link(path(customer, batch.id()), List.of()))
                .object("attributes", attributes("DeviceBatch"));
    }

    private static JsonObject device(UploadedDevice device) {
        SubmittedDevice submitted = device.submitted();
        JsonObject none = new JsonObject().text("key", "o_o_b_e").nothing("value");
        return new JsonObject()
                .text("id", device.id())
                .text("serialNumber", submitted.serialNumber())
                .text("productKey", submitted.productKey())
                .text("modelName", submitted.model())
                .text("oemManufacturerName", submitted.manufacturer())
                .array("policies", List.of(none))
                .text("uploadedDate", TICKS.format(device.settled()))
                .object("attributes", attributes("Device"));
    }

    private static JsonObject collection(List<JsonObject> items) {
        return new JsonObject().number("totalCount", items.size()).array("items", items);
    }

    private static JsonObject next(String path, String token) {
        JsonObject header = new JsonObject().text("key", "MS-ContinuationToken").text("value", token);
        return link(path + "?seekOperation=Next", List.of(header));
    }

    private static JsonObject link(String uri, List<JsonObject> headers) {
        return new JsonObject().text("uri", uri).text("method", "GET").array("headers", headers);
    }

    private static JsonObject attributes(String objectType) {
        return new JsonObject().text("objectType", objectType);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
    }
}
