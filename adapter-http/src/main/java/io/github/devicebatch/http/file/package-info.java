/**
 * Files that other users cannot use, and files that are put in place in one step; used by the command too.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.devicebatch.http.file;

import org.jspecify.annotations.NullMarked;
