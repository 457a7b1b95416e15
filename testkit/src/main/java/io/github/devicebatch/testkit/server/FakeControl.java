package io.github.devicebatch.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

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
 * Sets a {@link FakePartnerCenter} up and back: what {@code /__fake/…} does for a client over HTTP, for a test in Java.
 * Safe for use by several threads.
 *
 * @see FakePartnerCenter#control()
 */
public final class FakeControl {

    private final InstantSource time;
    private final BatchRegistry batches;
    private final BatchStatusHandler status;
    private final DeviceBatchStore uploads;
    private final RequestJournal journal;
    private final List<Runnable> forgetting = new CopyOnWriteArrayList<>();

    FakeControl(
            InstantSource time,
            BatchRegistry batches,
            BatchStatusHandler status,
            DeviceBatchStore uploads,
            RequestJournal journal) {
        this.time = time;
        this.batches = batches;
        this.status = status;
        this.uploads = uploads;
        this.journal = journal;
    }

    /**
     * Turns the {@linkplain MagicBatch magic batches} on or off. They are off in the beginning: a fresh fake knows no
     * batch. Those that had begun begin anew.
     *
     * @param on whether there are any
     */
    public void magicBatches(boolean on) {
        batches.magic(on);
    }

    /**
     * Says how long the uploads take that are submitted from now on; in the beginning a minute and ten minutes.
     *
     * @param queued how long an upload is queued
     * @param processing how long it is then processed, its devices settling one after another
     * @throws IllegalArgumentException if either is negative
     */
    public void uploadsTake(Duration queued, Duration processing) {
        uploads.pace(new UploadDurations(queued, processing));
    }

    /**
     * Loads a scenario: what is replied about which batch, in place of what was said of those batches before, and
     * whatever else it says. What it does not name stays as it is.
     *
     * @param scenario the JSON, as its schema and {@code docs/fake.md} describe it
     * @throws InvalidScenarioException if it is no scenario; nothing of it is loaded then
     */
    public void load(String scenario) {
        load(requireNonNull(scenario, "scenario"), "");
    }

    /**
     * Loads a scenario from a file in UTF-8, as {@link #load(String)} does.
     *
     * @param file the file
     * @throws InvalidScenarioException if it has no scenario; its message begins with the file's name
     * @throws UncheckedIOException if it cannot be read
     */
    public void load(Path file) {
        try {
            load(Files.readString(file), file + ", ");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the scenario " + file, unreadable);
        }
    }

    /**
     * Gives the JSON Schema of a scenario.
     *
     * @return the schema, in JSON
     */
    public static String scenarioSchema() {
        try (InputStream schema = Scenario.class.getResourceAsStream("scenario-1.schema.json")) {
            return new String(schema.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Forgets the batches, what was submitted, the journal and the faults, as if nobody had asked or said anything. The
     * magic batches begin anew, and stay on or off; uploads take as long as they took. The token endpoint is a new one, which
     * knows no application and has issued no token.
     */
    public synchronized void reset() {
        batches.forget();
        uploads.forget();
        status.fault(FaultInjector.NONE);
        forgetting.forEach(Runnable::run);
        journal.forget();
    }

    /** Has {@code forgetting} done too when the fake is reset. */
    void onReset(Runnable forgetting) {
        this.forgetting.add(forgetting);
    }

    RequestJournal journal() {
        return journal;
    }

    boolean hasMagicBatches() {
        return batches.isMagic();
    }

    private void load(String text, String where) {
        try {
            apply(ScenarioReader.read(text));
        } catch (JsonException wrong) {
            throw new InvalidScenarioException(where, wrong);
        }
    }

    private synchronized void apply(Scenario scenario) {
        scenario.magicBatches().ifPresent(batches::magic);
        scenario.uploads().ifPresent(uploads::pace);
        scenario.faults().ifPresent(status::fault);
        scenario.batches().forEach((batch, course) -> batches.put(batch, course.apply(time)));
    }
}
