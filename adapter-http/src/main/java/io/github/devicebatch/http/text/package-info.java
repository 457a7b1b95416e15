/** Reading of text from files, streams, variables and arguments; used by the command too. */
package io.github.devicebatch.http.text;
