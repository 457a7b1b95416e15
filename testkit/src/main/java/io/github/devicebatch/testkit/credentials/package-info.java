/** Secrets in a request: how to find and redact them. */
package io.github.devicebatch.testkit.credentials;
