package org.glassbox.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.glassbox.GlassboxException;
import org.glassbox.run.KernelClient;
import org.glassbox.run.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our values in kernels of others: each built on one of the two libraries, as a process of its own. */
class PluginIT {
    private static KernelClient start(String kernel) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return KernelClient.start(List.of(java, "-cp", System.getProperty("java.class.path"),
            "org.glassbox.kernel." + kernel, "{connection_file}"), Map.of(), Path.of("").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"JJavaTestKernel", "IJavaTestKernel"})
    void a_table_is_shown_as_text_and_as_html(String name) {
        try (KernelClient kernel = start(name)) {
            Reply reply = kernel.execute("Table.create(\"ages\", IntColumn.create(\"age\", 41, 42))");
            assertTrue(reply.isOk(), reply.error());
            assertTrue(reply.result("text/html").orElse("").contains("<table"), reply.outputs().toString());
            assertTrue(reply.result("text/plain").orElse("").contains("42"), reply.outputs().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"JJavaTestKernel", "IJavaTestKernel"})
    void a_display_is_shown_and_updated_in_place(String name) {
        try (KernelClient kernel = start(name)) {
            Reply shown = kernel.execute("Screen.current().show(Bundle.of(\"before\", \"<b>before</b>\"))");
            assertTrue(shown.isOk(), shown.error());
            JsonObject display = shown.outputs().get(0);
            assertEquals("display_data", display.get("output_type").getAsString());
            assertEquals("<b>before</b>", display.getAsJsonObject("data").get("text/html").getAsString());
            String id = shown.result("text/plain").orElseThrow();
            kernel.execute("new Object() { Object run() { Screen.current().update(\"" + id
                + "\", Bundle.of(\"after\", \"<b>after</b>\")); return 1; } }.run()");
            assertEquals("after", display(shown).get("text/plain").getAsString());
            assertEquals("<b>after</b>", display(shown).get("text/html").getAsString());
        }
    }

    private static JsonObject display(Reply reply) { return reply.outputs().get(0).getAsJsonObject("data"); }

    @Test
    void where_ijava_does_not_run_its_plugin_says_so() {
        GlassboxException error = assertThrows(GlassboxException.class, IJavaPlugin::install);
        assertTrue(error.getMessage().startsWith("IJavaPlugin: IJava does not run here"));
    }
}
