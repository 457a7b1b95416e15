/** Secrets in a request: reading them from forms and HTTP Basic, and redacting them. */
package io.github.devicebatch.testkit.credentials;
