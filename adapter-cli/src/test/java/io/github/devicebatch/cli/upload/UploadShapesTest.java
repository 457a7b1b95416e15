package io.github.devicebatch.cli.upload;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.upload.UploadJoin;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.ProductKey;
import io.github.devicebatch.testkit.Batches;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Uploaded files as they exist: the lines that are kept are the same bytes. */
class UploadShapesTest {

    private static final Charset ANSI = Charset.forName("windows-1252");
    private static final String AUTOPILOT = "Device Serial Number,Windows Product ID,Hardware Hash";
    private static final String HASH = "T0FjBQEAHAAAAAoA8QVjRQo9/+Ab" + "Cd3fGh1JkLmN".repeat(330) + "==";

    @TempDir
    private Path folder;

    /**
     * A file. Lines that begin with {@code >} are expected in the output, those that begin with {@code .} are not; the mark itself is
     * not part of the file.
     *
     * @param rows the rows of the service: serial number, or product key after {@code +}, and the code of the error after a colon
     */
    private record Shape(String name, Charset charset, String mark, String marked, String rows) {

        byte[] file() {
            return bytes(marked.replaceAll("(?m)^[>.]", ""));
        }

        byte[] expected() {
            return bytes(marked.replaceAll("(?ms)^\\.((?!^[>.]).)*", "").replaceAll("(?m)^>", ""));
        }

        private byte[] bytes(String text) {
            return (mark + text).getBytes(charset);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Shape> shapes() {
        return Stream.of(
                new Shape(
                        "as the capture script writes it",
                        UTF_8,
                        "",
                        ">" + AUTOPILOT + "\r\n>S1,," + HASH + "\r\n.S2,,abc=\r\n>S3,00329-00000-0003-AA606," + HASH
                                + "\r\n",
                        "S1:640 S2:ok S3:640"),
                new Shape(
                        "with group tag and user, quoted by Export-Csv",
                        UTF_8,
                        "",
                        ">\"Device Serial Number\",\"Windows Product ID\",\"Hardware Hash\",\"Group Tag\",\"Assigned User\"\r\n"
                                + ".\"S1\",\"\",\"abc==\",\"Sales, north\",\"ann@example.com\"\r\n"
                                + ">\"S2\",\"\",\"abd==\",\"say \"\"hi\"\"\",\"\"\r\n",
                        "S1:808 S2:640"),
                new Shape(
                        "Partner Center's columns",
                        UTF_8,
                        "",
                        ">Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer Name,Device Model\n"
                                + ".S1,,,Contoso,\"Notebook 15\"\" Pro\"\n>S2,,,Contoso,Notebook 15\" Pro\n",
                        "S1:ok S2:640"),
                new Shape(
                        "the names of the API, in another order, with more columns",
                        UTF_8,
                        "",
                        ">note,productKey,OEMMANUFACTURERNAME,serialNumber,price\n>x,K1,Contoso,,1\n.y,,Contoso,S2,2\n",
                        "+K1:640 S2:ok"),
                new Shape(
                        "semicolons, by a spreadsheet in Europe",
                        ANSI,
                        "",
                        ">Device Serial Number;Windows Product ID;Hardware Hash;Benutzer\r\n"
                                + ">S1;;abc=;Jürgen, Köln\r\n.S2;;abd=;Müller\r\n",
                        "S1:640 S2:806"),
                new Shape(
                        "tabs and UTF-16, as a spreadsheet saves Unicode text",
                        UTF_16LE,
                        "\ufeff",
                        ">Device Serial Number\tWindows Product ID\tHardware Hash\r\n.S1\t\tabc\r\n>S2\t\t\"a\tb\"\r\n",
                        "S1:ok S2:640"),
                new Shape(
                        "UTF-16 with the high byte first",
                        UTF_16BE,
                        "\ufeff",
                        ">" + AUTOPILOT + ",Name\r\n>S1,,abc,Łódź\r\n.S2,,abd,中\u0a0a\r\n",
                        "S1:640 S2:ok"),
                new Shape("UTF-16 without mark", UTF_16LE, "", ">" + AUTOPILOT + "\n.S1,,a\n>S2,,b\n", "S1:ok S2:640"),
                new Shape(
                        "UTF-8 with mark, quoted",
                        UTF_8,
                        "\ufeff",
                        ">\"" + AUTOPILOT.replace(",", "\",\"") + "\"\r\n>\"S1\",\"\",\"é\"\r\n.\"S2\",\"\",\"\"\r\n",
                        "S1:640 S2:ok"),
                new Shape(
                        "blank lines and empty rows",
                        UTF_8,
                        "",
                        ">\r\n>" + AUTOPILOT + "\r\n.\r\n>S1,,a\r\n. \r\n.,,\r\n>S2,,b\r\n.\r\n.\r\n",
                        "S1:640 S2:640"),
                new Shape(
                        "sep= before the header",
                        UTF_8,
                        "",
                        ">sep=;\r\n>Serial number;Product key\r\n>S1;\r\n.S2;\r\n",
                        "S1:640 S2:ok"),
                new Shape(
                        "without a line end at the end",
                        UTF_8,
                        "",
                        ">" + AUTOPILOT + "\n.S1,,a\n>S2,,b",
                        "S1:ok S2:640"),
                new Shape(
                        "mixed line ends, and one within quotes",
                        UTF_8,
                        "",
                        ">" + AUTOPILOT + ",Note\r\n>S1,,a,\"two\nlines\"\n.S2,,b,\"two\r\nlines\"\r\n>S3,,c,\r\n",
                        "S1:640 S2:ok S3:640"),
                new Shape(
                        "duplicate serial numbers",
                        UTF_8,
                        "",
                        ">" + AUTOPILOT + "\n>S1,,a\n.S2,K1,b\n>S1,,a2\n>S2,K2,c\n",
                        "S1:640 S1:640 S2+K2:640 S2+K1:ok"),
                new Shape(
                        "only hashes",
                        UTF_8,
                        "",
                        ">Hardware Hash\n.aa==\n>bb==\n.cc==\n>dd==\n",
                        "+:ok +:640 +:808 +:640"),
                new Shape(
                        "hashes beside serial numbers that were not uploaded",
                        UTF_8,
                        "",
                        ">" + AUTOPILOT + "\n.S1,,aa==\n>S2,,bb==\n",
                        "+:ok +:640"),
                new Shape(
                        "spaces around cells and quotes",
                        UTF_8,
                        "",
                        ">Device Serial Number , Windows Product ID, Hardware Hash\n> \"S1\" , ,a\n.S2 ,,b\n>\u00a0s3,,c\n",
                        "S1:640 S2:ok S3:640"),
                new Shape(
                        "cells left out at the end",
                        UTF_8,
                        "",
                        ">" + AUTOPILOT + ",Group Tag\n>S1\n.S2,\n>S3,,c,,,\n",
                        "S1:640 S2:ok S3:640"),
                new Shape(
                        "4,000-character hashes, many lines",
                        UTF_8,
                        "",
                        ">" + AUTOPILOT + "\r\n" + (">S1,," + HASH + "\r\n.S2,," + HASH + "\r\n"),
                        "S1:640 S2:ok"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void keepsTheBytesOfTheLines(Shape shape) throws IOException {
        assertThat(selected(shape.file(), shape.rows())).isEqualTo(shape.expected());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void keepsTheBytesWithAnyLineEnd(Shape shape) throws IOException {
        for (String end : List.of("\n", "\r\n", "\r")) {
            Shape other = new Shape(
                    shape.name(),
                    shape.charset(),
                    shape.mark(),
                    shape.marked().replaceAll("\\R(?=[>.]|$)", "\n"),
                    shape.rows());
            byte[] file = text(other.file(), shape).replace("\n", end).getBytes(shape.charset());
            byte[] expected = text(other.expected(), shape).replace("\n", end).getBytes(shape.charset());

            assertThat(selected(file, shape.rows())).as(end).isEqualTo(expected);
        }
    }

    private static String text(byte[] bytes, Shape shape) {
        return new String(bytes, shape.charset());
    }

    private byte[] selected(byte[] file, String rows) throws IOException {
        Path upload = Files.write(folder.resolve("upload.csv"), file);
        UploadJoin join = new UploadJoin();
        join.add(Arrays.stream(rows.split(" ")).map(UploadShapesTest::row).toList());
        var bytes = new ByteArrayOutputStream();
        FailedCounts counts = new FailedCounts();
        FailedLines.of(new UploadFile(upload), List.of(Batches.REFERENCE), List.of(Inclusion.AS_IS))
                .select(join, List.of(counts, new IncludedLines(new StandardOutput(bytes))));

        assertThat(counts.notJoined() + counts.rowsWithoutLine())
                .as("not joined")
                .isZero();
        return bytes.toByteArray();
    }

    private static DeviceStatus row(String text) {
        String[] parts = text.split(":");
        String[] ids = (parts[0] + "+").split("\\+", -1);
        boolean registered = parts[1].equals("ok");
        return new DeviceStatus(
                Optional.empty(),
                Optional.of(ids[0]).filter(serial -> !serial.isEmpty()),
                Optional.of(ids[1]).filter(key -> !key.isEmpty()).map(ProductKey::of),
                registered ? DeviceState.Listed.FINISHED : DeviceState.Listed.FINISHED_WITH_ERRORS,
                registered ? Optional.empty() : Optional.of(new DeviceError(Optional.of(parts[1]), Optional.empty())));
    }
}
