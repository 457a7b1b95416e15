/** One HTTP exchange: deadline, size limit, and what its failure, its status and its headers mean. */
package io.github.devicebatch.http.transport;
