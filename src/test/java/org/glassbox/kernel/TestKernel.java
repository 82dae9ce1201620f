package org.glassbox.kernel;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.glassbox.run.KernelClient;

/** Starts the kernel as Jupyter does, a process of its own, from this build's classes. */
final class TestKernel {
    private TestKernel() {}

    static KernelClient start() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return KernelClient.start(List.of(java, "-Xmx1g", "-cp", System.getProperty("java.class.path"),
            "org.glassbox.kernel.KernelMain", "{connection_file}"), Map.of(), Path.of("").toAbsolutePath());
    }

    /** A JSON object of names and values in turn. */
    static JsonObject json(Object... namesAndValues) {
        JsonObject json = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = (String) namesAndValues[i];
            Object value = namesAndValues[i + 1];
            if (value instanceof Boolean truth) {
                json.addProperty(name, truth);
            } else if (value instanceof Number number) {
                json.addProperty(name, number);
            } else if (value instanceof JsonObject object) {
                json.add(name, object);
            } else {
                json.addProperty(name, (String) value);
            }
        }
        return json;
    }
}
