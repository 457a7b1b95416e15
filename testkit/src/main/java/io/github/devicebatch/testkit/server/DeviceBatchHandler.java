package io.github.devicebatch.testkit.server;

import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.CustomerId;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.http.RequestHandler;
import io.github.devicebatch.testkit.json.JsonException;
import io.github.devicebatch.testkit.upload.DeviceBatch;
import io.github.devicebatch.testkit.upload.DeviceBatchJson;
import io.github.devicebatch.testkit.upload.DeviceBatchStore;
import io.github.devicebatch.testkit.upload.DevicePage;
import io.github.devicebatch.testkit.upload.UploadRequest;
import java.util.Locale;
import java.util.Optional;

/** Takes device lists in and hands the tracking id out; lists batches and their devices. */
final class DeviceBatchHandler implements RequestHandler {

    private final DeviceBatchStore batches;

    DeviceBatchHandler(DeviceBatchStore batches) {
        this.batches = batches;
    }

    @Override
    public Optional<RequestHandler.Result> handle(Request request) {
        return Routes.DeviceBatchPath.of(request.path()).map(path -> RequestHandler.Result.with(answer(request, path)));
    }

    private Reply answer(Request request, Routes.DeviceBatchPath path) {
        Optional<HttpReply> objection = objectionTo(request);
        if (objection.isPresent()) {
            return objection.get();
        }
        Optional<CustomerId> customer = BatchRegistry.read(path.customer(), CustomerId::parse);
        if (customer.isEmpty()) {
            return ServiceFaults.invalidCustomer();
        }
        return request.method().equals("POST")
                ? submitted(request, customer.get(), path)
                : listed(request, customer.get(), path);
    }

    private static Optional<HttpReply> objectionTo(Request request) {
        Optional<HttpReply> objection = RequestValidator.objectionTo(request, "GET", "POST");
        if (objection.isPresent() || request.method().equals("GET")) {
            return objection;
        }
        return RequestValidator.header(
                request,
                400,
                "Content-Type",
                "application/json",
                type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json"));
    }

    private Reply submitted(Request request, CustomerId customer, Routes.DeviceBatchPath path) {
        DeviceBatchStore.SubmitKey key = DeviceBatchStore.SubmitKey.of(customer, request);
        try {
            return path.batch()
                    .map(batch -> added(key, batch, UploadRequest.toExistingBatch(request.body())))
                    .orElseGet(() -> created(key, UploadRequest.ofNewBatch(request.body())));
        } catch (JsonException unreadable) {
            return ServiceFaults.invalidInput("The body is not what it has to be. " + unreadable.placed() + ".");
        }
    }

    private Reply created(DeviceBatchStore.SubmitKey key, UploadRequest submission) {
        return batches.create(key, submission.batch().orElseThrow(), submission.devices())
                .map(tracking -> accepted(key.customer(), tracking))
                .orElseGet(() -> ServiceFaults.conflict("The customer has a device batch of that batchId already."));
    }

    private Reply added(DeviceBatchStore.SubmitKey key, String batch, UploadRequest submission) {
        return batches.add(key, batch, submission.devices())
                .map(tracking -> accepted(key.customer(), tracking))
                .orElseGet(() -> ServiceFaults.notFound("The device batch"));
    }

    /** The documented form: relative, and without the version. */
    private static HttpReply accepted(CustomerId customer, BatchTrackingId tracking) {
        return Reply.empty(202).withHeader("Location", "/customers/" + customer + "/batchJobStatus/" + tracking);
    }

    private Reply listed(Request request, CustomerId customer, Routes.DeviceBatchPath path) {
        if (!batches.knows(customer)) {
            return ServiceFaults.unknownCustomer();
        }
        return path.batch()
                .map(batch -> devices(request, customer, batch))
                .orElseGet(() ->
                        Reply.json(200, DeviceBatchJson.batches(customer, batches.list(customer), batches.now())));
    }

    private Reply devices(Request request, CustomerId customer, String id) {
        Optional<DeviceBatch> batch = batches.batch(customer, id);
        if (batch.isEmpty()) {
            return ServiceFaults.notFound("The device batch");
        }
        Optional<String> token = request.values("MS-ContinuationToken").stream().findFirst();
        return DevicePage.of(batch.get().registered(batches.now()), token)
                .<Reply>map(page -> Reply.json(
                        200,
                        DeviceBatchJson.devices(
                                DeviceBatchJson.path(customer, batch.get().id()), page)))
                .orElseGet(() -> ServiceFaults.invalidInput("The header MS-ContinuationToken is of no page before."));
    }
}
