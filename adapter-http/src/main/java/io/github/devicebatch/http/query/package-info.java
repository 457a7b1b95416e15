/** One attempt of a status query: the request and the reading of the response. */
package io.github.devicebatch.http.query;
