/** One HTTP exchange: deadline, size limit, and what its failure, status and headers mean. */
package io.github.devicebatch.http.transport;
