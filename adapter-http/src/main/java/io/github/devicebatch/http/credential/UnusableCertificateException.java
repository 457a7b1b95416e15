package io.github.devicebatch.http.credential;

/** A file has no certificate that can be used. The message says why, quoting nothing of it. */
public final class UnusableCertificateException extends Exception {

    private static final long serialVersionUID = 1;

    public UnusableCertificateException(String message) {
        super(message);
    }
}
