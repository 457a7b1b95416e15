package io.github.devicebatch.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Standard input of the process. If it is closed, reading fails: it never returns the bytes of another file. Not thread-safe. */
final class StandardInput extends FilterInputStream {

    private static final StandardDescriptor DESCRIPTOR = StandardDescriptor.of(0);

    private boolean checked;

    private StandardInput(InputStream in) {
        super(in);
    }

    static InputStream ofThisProcess() {
        return new StandardInput(new FileInputStream(FileDescriptor.in));
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        check();
        try {
            return super.read(bytes, offset, length);
        } catch (IOException failure) {
            throw DESCRIPTOR.classifiedRead(failure);
        }
    }

    private void check() throws IOException {
        if (!checked && DESCRIPTOR.isFileOfTheRuntime()) {
            throw new ClosedStreamException();
        }
        checked = true;
    }
}
