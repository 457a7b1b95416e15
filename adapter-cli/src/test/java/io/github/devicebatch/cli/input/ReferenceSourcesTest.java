package io.github.devicebatch.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every source of a reference with every wrapping of it. */
@ExtendWith(FakePartnerCenterExtension.class)
class ReferenceSourcesTest {

    private static final String CUSTOMER = Batches.REFERENCE.customer().toString();
    private static final String TRACKING = Batches.REFERENCE.tracking().toString();
    private static final List<String> FORMS = List.of(
            CUSTOMER + "/" + TRACKING,
            "/customers/" + CUSTOMER + "/batchJobStatus/" + TRACKING,
            "/v1//customers/" + CUSTOMER + "/batchJobStatus/" + TRACKING,
            "https://api.partnercenter.microsoft.com/v1//customers/" + CUSTOMER + "//batchJobStatus/" + TRACKING + "/");

    private final FakePartnerCenter partnerCenter;
    private final CommandTester tester;

    @TempDir
    private Path folder;

    ReferenceSourcesTest(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
        this.tester = CommandTester.asking(partnerCenter);
    }

    @BeforeEach
    void scriptTheExample() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.documentedExample());
    }

    /** Place that a reference comes from. */
    private enum Source {
        ARGUMENT {
            @Override
            RunResult run(ReferenceSourcesTest test, Wrapping wrapping, String reference) {
                return test.tester.run("status", wrapping.around(reference));
            }
        },
        STANDARD_INPUT {
            @Override
            RunResult run(ReferenceSourcesTest test, Wrapping wrapping, String reference) {
                return test.tester.input(wrapping.bytesAround(reference)).run("status", "-");
            }
        },
        FILE {
            @Override
            RunResult run(ReferenceSourcesTest test, Wrapping wrapping, String reference) {
                return test.tester.run("status", "--refs-file", test.file(wrapping.bytesAround(reference)));
            }
        },
        BARE_TRACKING_ID {
            @Override
            RunResult run(ReferenceSourcesTest test, Wrapping wrapping, String reference) {
                return test.tester.run("status", "-c", wrapping.around(CUSTOMER), wrapping.around(TRACKING));
            }
        },
        CUSTOMER_IN_VARIABLE {
            @Override
            RunResult run(ReferenceSourcesTest test, Wrapping wrapping, String reference) {
                return test.tester
                        .with("DEVICEBATCH_CUSTOMER", wrapping.around(CUSTOMER))
                        .run("status", TRACKING);
            }
        };

        abstract RunResult run(ReferenceSourcesTest test, Wrapping wrapping, String reference);
    }

    static Stream<Arguments> sourcesAndWrappings() {
        Stream<Arguments> around = Arrays.stream(Source.values())
                .flatMap(source -> Stream.concat(Wrapping.whiteSpace(), Wrapping.aroundReferences())
                        .map(wrapping -> argumentSet(source + ", " + wrapping, source, wrapping)));
        Stream<Arguments> encoded = Stream.of(Source.STANDARD_INPUT, Source.FILE)
                .flatMap(source ->
                        Wrapping.encodings().map(wrapping -> argumentSet(source + ", " + wrapping, source, wrapping)));
        return Stream.concat(around, encoded);
    }

    @ParameterizedTest
    @MethodSource("sourcesAndWrappings")
    void readsEveryFormInEveryWrapping(Source source, Wrapping wrapping) {
        for (String form : FORMS) {
            partnerCenter.script(Batches.REFERENCE).then(Batches.documentedExample());

            RunResult result = source.run(this, wrapping, form);

            assertThat(result.err()).as(form).isEmpty();
            assertThat(result.firstLine()).as(form).isEqualTo("all failed      " + Batches.REFERENCE);
        }
    }

    private String file(byte[] content) {
        try {
            return Files.write(folder.resolve("list"), content).toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
