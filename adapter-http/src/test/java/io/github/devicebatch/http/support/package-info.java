/** Real peers for the tests: nginx, a forward proxy, and forwarders that fail in a given way. All on loopback. */
package io.github.devicebatch.http.support;
