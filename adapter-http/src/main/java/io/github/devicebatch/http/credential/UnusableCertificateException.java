package io.github.devicebatch.http.credential;

/** Signals that a file has no usable certificate with its key. The message contains nothing of the file. */
public final class UnusableCertificateException extends Exception {

    private static final long serialVersionUID = 1;

    UnusableCertificateException(String message) {
        super(message);
    }
}
