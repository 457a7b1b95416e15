package io.github.devicebatch.cli;

/** A secret that stands in a file, and what the file is called. */
enum SecretKind {
    ACCESS_TOKEN("access token", "the token file", "give a file that holds an access token and nothing else"),
    CLIENT_SECRET(
            "client secret",
            "the client secret file",
            "give a file that holds the secret's value and nothing else; the value is shown once, when it is made"),
    CLIENT_CERTIFICATE(
            "client certificate",
            "the client certificate file",
            "give a file with the certificate and its private key, in PEM or PKCS#12; if it has a password, give"
                    + " --client-certificate-password-file as well"),
    PASSWORD(
            "password",
            "the client certificate password file",
            "give a file that holds the password of the certificate's file and nothing else"),
    REFRESH_TOKEN("refresh token", "the refresh token file", "sign in to get one: devicebatch help login tells how");

    private final String secret;
    private final String file;
    private final String remedy;

    SecretKind(String secret, String file, String remedy) {
        this.secret = secret;
        this.file = file;
        this.remedy = remedy;
    }

    String secret() {
        return secret;
    }

    /** Gives the secret in one word. */
    String noun() {
        return secret.substring(secret.lastIndexOf(' ') + 1);
    }

    String file() {
        return file;
    }

    String remedy() {
        return remedy;
    }
}
