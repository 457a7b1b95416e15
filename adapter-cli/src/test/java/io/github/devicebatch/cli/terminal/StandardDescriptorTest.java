package io.github.devicebatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kind of the file decides what a failure means, in every language. */
@DisabledOnOs(OS.WINDOWS)
class StandardDescriptorTest {

    private static final List<IOException> FAILURES = List.of(
            new IOException("Broken pipe"),
            new IOException("Bad file descriptor"),
            new IOException("Daten\u00fcbergabe unterbrochen (broken pipe)"),
            new IOException("\u30d1\u30a4\u30d7"),
            new IOException(""),
            new IOException());

    /** What can stand behind a descriptor. */
    enum Kind {
        NAMED_PIPE(ReaderGoneException.class, IOException.class) {
            @Override
            Path in(Path folder) throws Exception {
                Path pipe = folder.resolve("pipe");
                assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                        .isZero();
                return pipe;
            }
        },
        SOCKET(ReaderGoneException.class, IOException.class) {
            @Override
            Path in(Path folder) throws Exception {
                Path socket = folder.resolve("socket");
                try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                    server.bind(UnixDomainSocketAddress.of(socket));
                }
                return socket;
            }
        },
        NULL_DEVICE(ClosedStreamException.class, ClosedStreamException.class) {
            @Override
            Path in(Path folder) {
                return Path.of("/dev/null");
            }
        },
        FILE_OF_JAVA(ClosedStreamException.class, ClosedStreamException.class) {
            @Override
            Path in(Path folder) {
                return Path.of(System.getProperty("java.home"), "lib", "modules");
            }
        },
        FILE_ON_THE_CLASS_PATH(ClosedStreamException.class, ClosedStreamException.class) {
            @Override
            Path in(Path folder) throws Exception {
                return Path.of(StandardDescriptorTest.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
            }
        },
        OTHER_DEVICE(IOException.class, IOException.class) {
            @Override
            Path in(Path folder) {
                return Path.of("/dev/zero");
            }
        },
        REGULAR_FILE(IOException.class, IOException.class) {
            @Override
            Path in(Path folder) throws IOException {
                return Files.createFile(folder.resolve("file"));
            }
        },
        NOTHING(IOException.class, IOException.class) {
            @Override
            Path in(Path folder) {
                return folder.resolve("missing");
            }
        };

        private final Class<?> afterWrite;
        private final Class<?> afterRead;

        Kind(Class<?> afterWrite, Class<?> afterRead) {
            this.afterWrite = afterWrite;
            this.afterRead = afterRead;
        }

        abstract Path in(Path folder) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void theFileDecidesWhatAFailureMeans(Kind kind, @TempDir Path folder) throws Exception {
        var descriptor = new StandardDescriptor(kind.in(folder));

        for (IOException failure : FAILURES) {
            assertIs(kind.afterWrite, descriptor.classifiedWrite(failure), failure);
            assertIs(kind.afterRead, descriptor.classifiedRead(failure), failure);
        }
    }

    private static void assertIs(Class<?> expected, IOException classified, IOException failure) {
        assertThat(classified).isExactlyInstanceOf(expected);
        assertThat(expected == IOException.class ? classified : classified.getCause())
                .isSameAs(failure);
    }
}
