package io.github.devicebatch.cli;

import io.github.devicebatch.cli.terminal.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** Provider of the versions of devicebatch and of Java. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "devicebatch " + number(), "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
        };
    }

    static String number() {
        return ProgramVersion.number();
    }
}
