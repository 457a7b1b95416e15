package io.github.devicebatch.cli;

/** Where the process begins and ends. */
final class Main {

    private Main() {}

    public static void main(String... arguments) {
        System.exit(new Invocation(Surroundings.ofThisProcess()).run(arguments));
    }
}
