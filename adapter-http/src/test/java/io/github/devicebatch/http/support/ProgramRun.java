package io.github.devicebatch.http.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The result of a program that ran in its own JVM. */
public record ProgramRun(int exit, String output) {

    public static ProgramRun of(Class<?> program, List<String> jvm, String... arguments)
            throws IOException, InterruptedException {
        return run(System.getProperty("java.class.path"), program, jvm, arguments);
    }

    /** Runs a program with a given class path. */
    public static ProgramRun on(String classPath, Class<?> program) throws IOException, InterruptedException {
        return run(classPath, program, List.of());
    }

    private static ProgramRun run(String classPath, Class<?> program, List<String> jvm, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath, program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new ProgramRun(process.waitFor(), text);
        } finally {
            process.destroyForcibly();
        }
    }
}
