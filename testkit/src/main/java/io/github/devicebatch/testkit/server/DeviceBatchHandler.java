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
import io.github.devicebatch.testkit.upload.DeviceBatchStore.SubmitKey;
import io.github.devicebatch.testkit.upload.DevicePage;
import io.github.devicebatch.testkit.upload.UploadRequest;
import java.util.Locale;
import java.util.Optional;

/** Handler of requests that submit devices, list batches, and list the devices of a batch. */
final class DeviceBatchHandler implements RequestHandler {

    private final DeviceBatchStore uploads;
    private final BatchRegistry batches;

    DeviceBatchHandler(DeviceBatchStore uploads, BatchRegistry batches) {
        this.uploads = uploads;
        this.batches = batches;
    }

    @Override
    public Optional<Result> handle(Request request) {
        return Routes.DeviceBatchPath.parse(request.path()).map(path -> Result.with(reply(request, path)));
    }

    private Reply reply(Request request, Routes.DeviceBatchPath path) {
        Optional<HttpReply> rejection = rejection(request);
        if (rejection.isPresent()) {
            return rejection.get();
        }
        Optional<CustomerId> customer = BatchRegistry.parse(path.customer(), CustomerId::parse);
        if (customer.isEmpty()) {
            return ServiceFaults.invalidCustomer();
        }
        return request.method().equals("POST")
                ? submit(request, customer.get(), path)
                : list(request, customer.get(), path);
    }

    private static Optional<HttpReply> rejection(Request request) {
        Optional<HttpReply> rejection = RequestValidator.rejection(request, "GET", "POST");
        if (rejection.isPresent() || request.method().equals("GET")) {
            return rejection;
        }
        return RequestValidator.headerRejection(
                request,
                400,
                "Content-Type",
                "application/json",
                type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json"));
    }

    private Reply submit(Request request, CustomerId customer, Routes.DeviceBatchPath path) {
        SubmitKey key = new SubmitKey(
                customer,
                request.path().toLowerCase(Locale.ROOT),
                request.values("MS-RequestId").getFirst().toLowerCase(Locale.ROOT));
        try {
            return path.batch()
                    .map(batch -> add(key, batch, UploadRequest.forExistingBatch(request.body())))
                    .orElseGet(() -> create(key, UploadRequest.forNewBatch(request.body())));
        } catch (JsonException invalid) {
            return ServiceFaults.invalidInput("The body is invalid. " + invalid.messageWithPosition() + ".");
        }
    }

    private Reply create(SubmitKey key, UploadRequest upload) {
        return uploads.create(key, upload.batch().orElseThrow(), upload.devices())
                .map(tracking -> accepted(key.customer(), tracking))
                .orElseGet(() -> ServiceFaults.conflict("The customer already has a device batch with this batchId."));
    }

    private Reply add(SubmitKey key, String batch, UploadRequest upload) {
        return uploads.add(key, batch, upload.devices())
                .map(tracking -> accepted(key.customer(), tracking))
                .orElseGet(() -> ServiceFaults.notFound("The device batch"));
    }

    /** Returns 202 with the documented {@code Location}, which is relative and lacks the version. */
    private static HttpReply accepted(CustomerId customer, BatchTrackingId tracking) {
        return Reply.empty(202).withHeader("Location", "/customers/" + customer + "/batchJobStatus/" + tracking);
    }

    private Reply list(Request request, CustomerId customer, Routes.DeviceBatchPath path) {
        if (!batches.hasCustomer(customer)) {
            return ServiceFaults.unknownCustomer();
        }
        return path.batch()
                .map(batch -> devices(request, customer, batch))
                .orElseGet(() ->
                        Reply.json(200, DeviceBatchJson.batches(customer, uploads.list(customer), uploads.now())));
    }

    private Reply devices(Request request, CustomerId customer, String id) {
        Optional<DeviceBatch> batch = uploads.batch(customer, id);
        if (batch.isEmpty()) {
            return ServiceFaults.notFound("The device batch");
        }
        Optional<String> token = request.values("MS-ContinuationToken").stream().findFirst();
        return DevicePage.of(batch.get().registered(uploads.now()), token)
                .<Reply>map(page -> Reply.json(
                        200,
                        DeviceBatchJson.devices(
                                DeviceBatchJson.path(customer, batch.get().id()), page)))
                .orElseGet(() ->
                        ServiceFaults.invalidInput("The MS-ContinuationToken header is not from an earlier page."));
    }
}
