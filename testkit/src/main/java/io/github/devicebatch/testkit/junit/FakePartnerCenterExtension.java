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
 * A JUnit extension that starts a {@link FakePartnerCenter} for every test and closes it afterwards.
 *
 * <pre>{@code
 * @ExtendWith(FakePartnerCenterExtension.class)
 * class MyPollerTest {
 *     @Test
 *     void waitsUntilTheBatchIsFinal(FakePartnerCenter partnerCenter, ManualTime time) {
 *         partnerCenter.script(Batches.REFERENCE).then(Batches.queued()).then(Batches.finished());
 *     }
 * }
 * }</pre>
 *
 * <p>Tests, constructors and lifecycle methods may have parameters of the types {@link FakePartnerCenter} and
 * {@link ManualTime}, the fake's clock. To configure the extension, register it:
 * {@code @RegisterExtension final FakePartnerCenterExtension partnerCenter = new FakePartnerCenterExtension().strict()}. In a
 * static field, or if {@code @BeforeAll} has a parameter, all tests of the class share one fake with one port and one clock;
 * it is {@linkplain FakeControl#reset() reset} before each test.
 *
 * <p>A test fails if the fake received an unplanned request: for a batch without script, timeline or upload, or for an unknown
 * path. The message names the most similar planned path. {@link #strict()} checks more; {@link #lenient()}, and {@link Lenient}
 * on a test or class, nothing.
 *
 * <p>Each configuration method returns a new extension and does not change this one. Concurrent tests use parameters and do
 * not share a fake.
 */
@SuppressWarnings("exports") // JUnit is optional; users of the extension require it themselves.
public final class FakePartnerCenterExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final String RUNNING = "running";

    private final int port;
    private final Optional<Tls> tls;
    private final Supplier<InstantSource> time;
    private final Strictness strictness;
    private volatile Optional<RunningFake> latest = Optional.empty();

    /** Creates an extension whose fakes use a free port, plain HTTP, and a new {@link ManualTime} each. */
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
     * Returns an extension whose fakes use a given port. A test fails if the port is in use.
     *
     * @param number the port; 0, the default, for a free one
     */
    public FakePartnerCenterExtension port(int number) {
        return new FakePartnerCenterExtension(number, tls, time, strictness);
    }

    /**
     * Returns an extension whose fakes use TLS. The default is plain HTTP.
     *
     * @param mode the properties of the certificate and the protocol
     */
    public FakePartnerCenterExtension tls(Tls mode) {
        return new FakePartnerCenterExtension(port, Optional.of(mode), time, strictness);
    }

    /**
     * Returns an extension whose fakes use a given clock, such as {@code InstantSource.system()}. By default each fake has a
     * new {@link ManualTime}.
     *
     * @param clock the clock for timelines, the journal and the {@code Date} header
     */
    public FakePartnerCenterExtension time(InstantSource clock) {
        requireNonNull(clock, "clock");
        return new FakePartnerCenterExtension(port, tls, () -> clock, strictness);
    }

    /**
     * Returns an extension that also fails a test if a planned reply was not used: a reply of a script, or a whole timeline.
     */
    public FakePartnerCenterExtension strict() {
        return new FakePartnerCenterExtension(port, tls, time, Strictness.EVERYTHING_PLANNED);
    }

    /** Returns an extension that does not check the received requests. */
    public FakePartnerCenterExtension lenient() {
        return new FakePartnerCenterExtension(port, tls, time, Strictness.LENIENT);
    }

    /**
     * Returns the fake of the current test, for extensions in a field.
     *
     * @throws IllegalStateException if there is none: outside of tests, and in constructors
     */
    public FakePartnerCenter partnerCenter() {
        return running().partnerCenter();
    }

    /**
     * Returns the clock of the fake of the current test, for extensions in a field.
     *
     * @throws IllegalStateException if there is no fake, or it has another clock
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
        running.check(isLenient(context) ? Strictness.LENIENT : strictness);
    }

    private static boolean isLenient(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getElement(), Lenient.class)
                || context.getParent()
                        .filter(FakePartnerCenterExtension::isLenient)
                        .isPresent();
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
        } catch (IllegalStateException e) {
            throw new ParameterResolutionException(requireNonNull(e.getMessage()), e);
        }
    }

    private RunningFake running() {
        return latest.orElseThrow(
                () -> new IllegalStateException("no fake is running: it runs during a test and its lifecycle methods,"
                        + " and with the extension in a static field during all tests of the class"));
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

    /** Closes the fake that was started in this context, if any. */
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
     * A fake with its clock.
     *
     * @param isShared whether all tests of a class share it
     */
    private record RunningFake(FakePartnerCenter partnerCenter, InstantSource time, boolean isShared)
            implements AutoCloseable {

        /** Returns the clock, or throws {@link IllegalStateException} if it is not a {@link ManualTime}. */
        ManualTime manualTime() {
            if (time instanceof ManualTime manual) {
                return manual;
            }
            throw new IllegalStateException(
                    "the fake has no ManualTime, because the extension was created with time(" + time + ")");
        }

        /** Throws an {@link AssertionError} with all violations, if there are any. */
        void check(Strictness strictness) {
            List<String> violations = strictness.violations(partnerCenter).toList();
            if (!violations.isEmpty()) {
                throw new AssertionError(
                        partnerCenter + " was not used as planned:\n  " + String.join("\n  ", violations)
                                + "\nPlan replies with script(…) or timeline(…), or make the extension lenient() or the test @Lenient.");
            }
        }

        @Override
        public void close() {
            partnerCenter.close();
        }
    }
}
