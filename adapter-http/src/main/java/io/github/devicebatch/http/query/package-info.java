/** One attempt of a status query: creates the request, reads the answer. */
package io.github.devicebatch.http.query;
