/** TLS on server sockets, and the certificates for it. */
package io.github.devicebatch.testkit.tls;
