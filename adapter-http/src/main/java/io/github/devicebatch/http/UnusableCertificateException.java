package io.github.devicebatch.http;

/** A file has no certificate that can be used. The message says why, quoting nothing of it. */
final class UnusableCertificateException extends Exception {

    private static final long serialVersionUID = 1;

    UnusableCertificateException(String message) {
        super(message);
    }
}
