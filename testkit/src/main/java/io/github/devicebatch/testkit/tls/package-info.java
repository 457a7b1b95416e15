/** Certificates and TLS socket layers. */
package io.github.devicebatch.testkit.tls;
