/** Secrets, keys and certificates, and the private files they are kept in. */
package io.github.devicebatch.http.credential;
