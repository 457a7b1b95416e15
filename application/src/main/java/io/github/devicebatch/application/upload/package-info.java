/**
 * The join of an uploaded list with the device rows of the service:
 * {@link io.github.devicebatch.application.upload.UploadJoin} finds for each line what became of its device.
 *
 * <p>{@code null} is refused with a {@link NullPointerException}.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.devicebatch.application.upload;

import org.jspecify.annotations.NullMarked;
