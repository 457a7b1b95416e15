package io.github.devicebatch.testkit.upload;

import io.github.devicebatch.testkit.json.JsonException;
import io.github.devicebatch.testkit.json.JsonNode;
import io.github.devicebatch.testkit.json.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The body of a submit. Member names are found in any case, because the vendor's SDKs differ in it.
 *
 * @param batch the id of the new batch, empty for an upload to an existing batch
 * @param devices the devices, at least one
 */
public record UploadRequest(Optional<String> batch, List<SubmittedDevice> devices) {

    /**
     * Reads a {@code DeviceBatchCreationRequest}.
     *
     * @throws JsonException if the body is not one
     */
    public static UploadRequest forNewBatch(String body) {
        JsonNode root = JsonReader.parse(body);
        Map<String, JsonNode> members = membersInAnyCase(root, "an object with batchId and devices");
        Optional<String> batch = text(members, "batchId");
        if (batch.isEmpty()) {
            throw new JsonException(root.position(), "batchId is missing; give the id of the new batch");
        }
        if (!members.containsKey("devices")) {
            throw new JsonException(root.position(), "devices is missing; give a list of at least one device");
        }
        return new UploadRequest(batch, devices(members.get("devices"), "devices as a list of at least one device"));
    }

    /**
     * Reads an array of {@code Device}.
     *
     * @throws JsonException if the body is not one
     */
    public static UploadRequest forExistingBatch(String body) {
        return new UploadRequest(
                Optional.empty(),
                devices(JsonReader.parse(body), "only a list of at least one device, without an object around it"));
    }

    private static List<SubmittedDevice> devices(JsonNode node, String expected) {
        List<JsonNode> elements = node.elements(expected);
        if (elements.isEmpty()) {
            throw new JsonException(node.position(), "the list is empty; give " + expected);
        }
        return IntStream.range(0, elements.size())
                .mapToObj(index -> device(index, elements.get(index)))
                .toList();
    }

    private static SubmittedDevice device(int index, JsonNode node) {
        Map<String, JsonNode> members = membersInAnyCase(node, "an object for each device");
        SubmittedDevice device = new SubmittedDevice(
                text(members, "serialNumber"),
                text(members, "productKey"),
                text(members, "hardwareHash"),
                text(members, "oemManufacturerName"),
                text(members, "modelName"));
        if (!device.hasAnyId()) {
            throw new JsonException(
                    node.position(),
                    "device " + (index + 1) + " of the list has no id; give its hardwareHash, its productKey, or "
                            + "serialNumber, oemManufacturerName and modelName together");
        }
        return device;
    }

    private static Map<String, JsonNode> membersInAnyCase(JsonNode node, String expected) {
        Map<String, JsonNode> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        members.putAll(node.members(expected));
        return members;
    }

    private static Optional<String> text(Map<String, JsonNode> members, String name) {
        return Optional.ofNullable(members.get(name))
                .filter(value -> !(value instanceof JsonNode.Null))
                .map(value -> value.text(name + " as a string"))
                .filter(value -> !value.isBlank());
    }
}
