/** HTTP/1.1 over sockets: reading requests, writing replies, and managing connections. */
package io.github.devicebatch.testkit.transport;
