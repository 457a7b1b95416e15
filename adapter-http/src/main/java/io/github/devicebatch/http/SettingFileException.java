package io.github.devicebatch.http;

import io.github.devicebatch.http.file.FileErrors;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Thrown if a file that a setting names can't be read. It has the name of the file only if the file or its directory exists: any other
 * may be the secret itself, given in place of a name.
 *
 * @since 0.1.0
 */
public final class SettingFileException extends FileSystemException {

    private static final long serialVersionUID = 1;

    private final String setting;

    SettingFileException(String setting, Path file, IOException failure) {
        super(isName(file) ? file.toString() : null, null, FileErrors.reason(failure));
        this.setting = setting;
        if (getFile() != null) {
            initCause(failure);
        }
    }

    private static boolean isName(Path file) {
        return Files.exists(file) || file.getParent() != null && Files.exists(file.getParent());
    }

    /** Returns the name of the variable, such as {@code DEVICEBATCH_CLIENT_SECRET_FILE}. */
    public String setting() {
        return setting;
    }

    /** Returns the name of the variable, the file if it is known, and the reason. */
    @Override
    public String getMessage() {
        return setting + ": " + super.getMessage();
    }
}
