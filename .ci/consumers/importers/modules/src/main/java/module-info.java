/** Requests a status as a module: nothing on the class path, and only exported packages. */
module com.example {
    requires io.github.devicebatch.http;
}
