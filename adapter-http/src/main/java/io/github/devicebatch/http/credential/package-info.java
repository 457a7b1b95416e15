/** Secrets, keys and certificates, and the private files that hold them. */
package io.github.devicebatch.http.credential;
