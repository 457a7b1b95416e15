package io.github.devicebatch.testkit.tls;

import io.github.devicebatch.testkit.transport.PeerSocket;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;

/**
 * A server that knows TLS 1.1 and nothing newer. JDKs refuse to play one, so this says by hand what such a server says
 * first, a {@code ServerHello} of that version, and hears the client's answer out; there is nothing behind it.
 */
public record Tls11Layer() implements SocketLayer {

    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;
    private static final short TLS_1_1 = 0x0302;
    private static final short ECDHE_RSA_WITH_AES_128_CBC_SHA = (short) 0xC013;

    @Override
    public Socket over(Socket connection) throws IOException {
        DataInputStream client = new DataInputStream(connection.getInputStream());
        client.skipNBytes(3);
        client.skipNBytes(client.readUnsignedShort());
        byte[] hello = hello();
        DataOutputStream server = new DataOutputStream(connection.getOutputStream());
        server.write(ByteBuffer.allocate(5 + hello.length)
                .put((byte) HANDSHAKE)
                .putShort(TLS_1_1)
                .putShort((short) hello.length)
                .put(hello)
                .array());
        new PeerSocket(connection).awaitEnd();
        throw new EOFException("no client goes on from TLS 1.1");
    }

    /** Writes version, random, no session, a cipher suite of its time that clients still offer, and no compression. */
    private static byte[] hello() {
        int length = 2 + 32 + 1 + 2 + 1;
        return ByteBuffer.allocate(4 + length)
                .put((byte) SERVER_HELLO)
                .put((byte) 0)
                .putShort((short) length)
                .putShort(TLS_1_1)
                .put(new byte[32])
                .put((byte) 0)
                .putShort(ECDHE_RSA_WITH_AES_128_CBC_SHA)
                .put((byte) 0)
                .array();
    }
}
