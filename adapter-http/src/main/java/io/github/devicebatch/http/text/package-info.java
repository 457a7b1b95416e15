/**
 * Reading of text from files, streams, variables and arguments; used by the command too.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.devicebatch.http.text;

import org.jspecify.annotations.NullMarked;
