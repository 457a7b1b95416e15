package io.github.devicebatch.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.json.JsonException;
import io.github.devicebatch.testkit.scenario.Scenario;
import io.github.devicebatch.testkit.scenario.ScenarioReader;
import io.github.devicebatch.testkit.upload.DeviceBatchStore;
import io.github.devicebatch.testkit.upload.UploadDurations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The settings of a {@link FakePartnerCenter}: scenarios, magic batches, upload durations, faults, and the reset. The
 * endpoints under {@code /__fake} use it too. Safe for use by several threads.
 *
 * @see FakePartnerCenter#control()
 */
public final class FakeControl {

    private final InstantSource time;
    private final BatchRegistry batches;
    private final BatchStatusHandler status;
    private final DeviceBatchStore uploads;
    private final RequestJournal journal;
    private final IdentityProvider identity;
    private final List<Runnable> resetActions = new CopyOnWriteArrayList<>();

    FakeControl(
            InstantSource time,
            BatchRegistry batches,
            BatchStatusHandler status,
            DeviceBatchStore uploads,
            RequestJournal journal,
            IdentityProvider identity) {
        this.time = time;
        this.batches = batches;
        this.status = status;
        this.uploads = uploads;
        this.journal = journal;
        this.identity = identity;
    }

    /**
     * Turns the {@linkplain MagicBatch magic batches} on or off, and restarts those in progress. They are off at first.
     *
     * @param on whether they are on
     */
    public void magicBatches(boolean on) {
        batches.setMagicBatches(on);
    }

    /**
     * Turns the {@linkplain ExampleApp example app} on: it signs in with its secret, and a user signs in by a device code on the page
     * {@code /devicelogin} of this fake. A reset keeps it, and revokes all tokens.
     *
     * @param checksTokens whether only access tokens that this fake has issued are accepted from now on
     */
    public void exampleApp(boolean checksTokens) {
        identity.exampleApp(checksTokens);
    }

    /**
     * Sets the durations of the uploads that follow. The default is one minute and ten minutes.
     *
     * @param queued the time that an upload is queued
     * @param processing the time that it is then processed; its devices are finished one after another
     * @throws IllegalArgumentException if either is negative
     */
    public void uploadsTake(Duration queued, Duration processing) {
        uploads.setDurations(new UploadDurations(queued, processing));
    }

    /**
     * Replaces the faults that are injected into a share of the status requests. A faulted request does not use up a reply
     * of its script. Which requests are faulted depends only on the seed and on the number of the request since this call.
     *
     * @param share the share of all requests, 0 to 1
     * @param seed the seed; the same seed gives the same faults
     * @param faults the replies, equally likely
     * @throws IllegalArgumentException if {@code share} is out of range, or positive without {@code faults}
     */
    public void faults(double share, long seed, Reply... faults) {
        status.inject(new Scenario.FaultRate(share, seed, List.of(faults)));
    }

    /**
     * Loads a scenario. It replaces what was defined for the batches that it names; what it leaves out stays unchanged.
     *
     * @param scenario the JSON, as its schema and {@code docs/fake.md} describe it
     * @throws InvalidScenarioException if it is not a scenario; nothing of it is loaded then
     */
    public void load(String scenario) {
        load(requireNonNull(scenario, "scenario"), "");
    }

    /**
     * Loads a scenario from a file in UTF-8, as {@link #load(String)} does.
     *
     * @param file the file
     * @throws InvalidScenarioException if it is not a scenario; the message begins with the name of the file
     * @throws UncheckedIOException if it cannot be read
     */
    public void load(Path file) {
        try {
            load(Files.readString(file), file + ", ");
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the scenario " + file, failure);
        }
    }

    /** Returns the JSON Schema of scenarios. */
    public static String scenarioSchema() {
        try (InputStream schema = Scenario.class.getResourceAsStream("scenario-1.schema.json")) {
            return new String(schema.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Removes batches, uploads, recorded requests, faults and pending connection resets, and replaces the token endpoint by
     * a new one, which keeps the example app if that is on. Magic batches restart and stay on or off; the durations of uploads stay.
     */
    public synchronized void reset() {
        batches.clear();
        uploads.clear();
        status.inject(Scenario.FaultRate.NONE);
        resetActions.forEach(Runnable::run);
        journal.clear();
    }

    /** Registers an action of {@link #reset()}. */
    void onReset(Runnable action) {
        resetActions.add(action);
    }

    RequestJournal journal() {
        return journal;
    }

    boolean hasMagicBatches() {
        return batches.hasMagicBatches();
    }

    private void load(String text, String source) {
        try {
            apply(ScenarioReader.read(text));
        } catch (JsonException invalid) {
            throw new InvalidScenarioException(source, invalid);
        }
    }

    private synchronized void apply(Scenario scenario) {
        scenario.magicBatches().ifPresent(batches::setMagicBatches);
        scenario.uploads().ifPresent(uploads::setDurations);
        scenario.faults().ifPresent(status::inject);
        scenario.batches().forEach((batch, replies) -> batches.put(batch, source(replies)));
    }

    private ReplySource source(Scenario.BatchReplies replies) {
        return switch (replies) {
            case Scenario.InSequence sequence -> {
                BatchScript script = new BatchScript();
                sequence.replies().forEach(script::then);
                yield script.source();
            }
            case Scenario.OverTime overTime -> {
                BatchTimeline timeline = new BatchTimeline(time);
                overTime.replies().forEach(timeline::from);
                yield timeline.source();
            }
        };
    }
}
