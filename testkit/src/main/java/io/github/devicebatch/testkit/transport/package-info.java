/** HTTP/1.1 over sockets: bytes in, bytes out. */
package io.github.devicebatch.testkit.transport;
