package io.github.devicebatch.testkit.junit;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.server.FakeControl;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.Tls;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Starts a {@link FakePartnerCenter} for every test, and closes it afterwards, for JUnit.
 *
 * <pre>{@code
 * @ExtendWith(FakePartnerCenterExtension.class)
 * class MyPollerTest {
 *     @Test
 *     void waitsUntilTheBatchIsFinal(FakePartnerCenter partnerCenter, ManualTime time) {
 *         …
 *     }
 * }
 * }</pre>
 *
 * <p>Tests, their constructors and what runs before and after them may take a {@link FakePartnerCenter} and the
 * {@link ManualTime} that it runs on. To say more, register it: {@code @RegisterExtension final FakePartnerCenterExtension
 * partnerCenter = new FakePartnerCenterExtension().port(8080).tls(Tls.VALID)}. In a static field, or if {@code @BeforeAll}
 * takes it, one fake runs for all tests of the class, on one port and one clock; before each test it is {@linkplain FakeControl#reset()
 * reset}.
 *
 * <p>A test fails if the fake received a request that nobody planned: about a batch that has neither script nor timeline
 * and was not submitted, or at a path that leads nowhere. The message tells what was planned that comes nearest. {@link #strict()} demands more and
 * {@link #lenient()} nothing.
 *
 * <p>Each method that configures gives a new extension and leaves the old one as it was. Tests that run at the same time
 * take parameters, and do not share a fake.
 */
@SuppressWarnings("exports") // JUnit is optional: whoever uses the extension requires it
public final class FakePartnerCenterExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final String RUNNING = "running";

    private final int port;
    private final Optional<Tls> tls;
    private final Supplier<InstantSource> time;
    private final Strictness strictness;
    private volatile Optional<RunningFake> latest = Optional.empty();

    /** Starts fakes on any free port, over plain HTTP, each on a {@link ManualTime} of its own. */
    public FakePartnerCenterExtension() {
        this(0, Optional.empty(), ManualTime::start, Strictness.NOTHING_UNPLANNED);
    }

    private FakePartnerCenterExtension(
            int port, Optional<Tls> tls, Supplier<InstantSource> time, Strictness strictness) {
        this.port = port;
        this.tls = tls;
        this.time = time;
        this.strictness = strictness;
    }

    /**
     * Starts the fakes on a given port.
     *
     * @param number the port; 0 for any free one, the default
     * @return the new extension; where the port is taken, its tests fail
     */
    public FakePartnerCenterExtension port(int number) {
        return new FakePartnerCenterExtension(number, tls, time, strictness);
    }

    /**
     * Starts the fakes over TLS. Not by default.
     *
     * @param how how they show themselves
     * @return the new extension
     */
    public FakePartnerCenterExtension tls(Tls how) {
        return new FakePartnerCenterExtension(port, Optional.of(how), time, strictness);
    }

    /**
     * Starts the fakes on a clock of the caller's: {@code InstantSource.system()} for real time, or a {@link ManualTime}
     * that something else runs on as well. By default each fake has a {@link ManualTime} of its own.
     *
     * @param clock the clock for timelines, the journal and the {@code Date} header
     * @return the new extension
     */
    public FakePartnerCenterExtension time(InstantSource clock) {
        requireNonNull(clock, "clock");
        return new FakePartnerCenterExtension(port, tls, () -> clock, strictness);
    }

    /**
     * Fails a test also if a reply that it planned was never asked for: one of a script, or a whole timeline.
     *
     * @return the new extension
     */
    public FakePartnerCenterExtension strict() {
        return new FakePartnerCenterExtension(port, tls, time, Strictness.EVERYTHING_PLANNED);
    }

    /**
     * Fails no test for what the fake received.
     *
     * @return the new extension
     */
    public FakePartnerCenterExtension lenient() {
        return new FakePartnerCenterExtension(port, tls, time, Strictness.LENIENT);
    }

    /**
     * Gives the fake of the test that runs, for extensions that are registered in a field.
     *
     * @return the fake
     * @throws IllegalStateException if there is none: outside of a test, or in a constructor
     */
    public FakePartnerCenter partnerCenter() {
        return running().partnerCenter();
    }

    /**
     * Gives the time that the fake of the running test is on, for extensions that are registered in a field.
     *
     * @return the time
     * @throws IllegalStateException if there is no fake, or it is on another clock
     */
    public ManualTime time() {
        return running().manualTime();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        boolean isStaticField = AnnotationSupport.findAnnotatedFieldValues(
                        context.getRequiredTestClass(), RegisterExtension.class)
                .contains(this);
        if (isStaticField) {
            start(context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        RunningFake running = fake(context);
        if (running.isShared()) {
            running.partnerCenter().control().reset();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        RunningFake running = fake(context);
        if (!running.isShared()) {
            stop(context);
        }
        running.check(strictness);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop(context);
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == FakePartnerCenter.class || type == ManualTime.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        RunningFake running = fake(context);
        try {
            return parameter.getParameter().getType() == ManualTime.class
                    ? running.manualTime()
                    : running.partnerCenter();
        } catch (IllegalStateException otherClock) {
            throw new ParameterResolutionException(otherClock.getMessage(), otherClock);
        }
    }

    private RunningFake running() {
        return latest.orElseThrow(() ->
                new IllegalStateException("no fake runs: there is one in a test, and in what runs before and after"
                        + " it; all tests of a class have one if the extension is in a static field"));
    }

    private RunningFake fake(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(RUNNING, RunningFake.class))
                .orElseGet(() -> start(context));
    }

    private RunningFake start(ExtensionContext context) {
        InstantSource clock = time.get();
        boolean isShared = context.getTestMethod().isEmpty();
        FakePartnerCenter fake = tls.map(how -> FakePartnerCenter.start(port, how, clock))
                .orElseGet(() -> FakePartnerCenter.start(port, clock));
        RunningFake started = new RunningFake(fake, clock, isShared);
        store(context).put(RUNNING, started);
        latest = Optional.of(started);
        return started;
    }

    /** Stops what was started in this very context. */
    private void stop(ExtensionContext context) {
        Optional.ofNullable(store(context).remove(RUNNING, RunningFake.class)).ifPresent(stopped -> {
            stopped.close();
            latest = Optional.empty();
        });
    }

    private ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(Namespace.create(FakePartnerCenterExtension.class, this));
    }

    /**
     * A fake that runs for a test, or for all tests of a class.
     *
     * @param partnerCenter the fake
     * @param time the clock it runs on
     * @param isShared whether it runs for a class
     */
    record RunningFake(FakePartnerCenter partnerCenter, InstantSource time, boolean isShared) implements AutoCloseable {

        /** Gives the clock, if it is one that can be moved by hand; else throws {@link IllegalStateException}. */
        ManualTime manualTime() {
            if (time instanceof ManualTime manual) {
                return manual;
            }
            throw new IllegalStateException(
                    "the fake runs on " + time + "; it has a ManualTime unless it is told another clock");
        }

        /** Fails, with everything that speaks against what the fake received. */
        void check(Strictness strictness) {
            List<String> objections = strictness.objections(partnerCenter).toList();
            if (!objections.isEmpty()) {
                throw new AssertionError(
                        partnerCenter + " was not used as planned:\n  " + String.join("\n  ", objections)
                                + "\nPlan it with script(…) or timeline(…), or make the extension lenient().");
            }
        }

        @Override
        public void close() {
            partnerCenter.close();
        }
    }
}
