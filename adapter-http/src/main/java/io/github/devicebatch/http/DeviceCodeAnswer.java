package io.github.devicebatch.http;

import java.net.URI;
import java.time.Duration;

/**
 * What the identity platform answers whoever wants to sign a user in by device code. The code that only the two of them
 * know is left to MSAL4J.
 *
 * @param userCode what the user types
 * @param verificationUri where
 * @param lifetime how long the code is good, from now on
 * @param interval how long to wait between two questions whether the user has signed in
 */
record DeviceCodeAnswer(String userCode, URI verificationUri, Duration lifetime, Duration interval) {}
