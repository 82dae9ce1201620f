package org.glassbox.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.glassbox.GlassboxException;
import org.glassbox.Message;

/**
 * The file {@code kernel.json}, which tells Jupyter how to start the kernel: the template of the folder kernel-spec with
 * its two blanks filled in.
 *
 * @param java the program
 * @param options what its JVM is told
 * @param jars the folder whose jars are the class path
 */
record KernelSpec(Path java, List<String> options, Path jars) {
    static final String FILE = "kernel.json";
    static final List<String> LOGOS = List.of("logo-svg.svg", "logo-32x32.png", "logo-64x64.png");
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** The whole text of kernel.json, with absolute paths. */
    String toJson() throws IOException {
        JsonObject spec;
        try (InputStream template = resource(FILE)) {
            spec = JsonParser.parseString(new String(template.readAllBytes(), StandardCharsets.UTF_8))
                .getAsJsonObject();
        }
        JsonArray argv = new JsonArray();
        for (JsonElement word : spec.getAsJsonArray("argv")) {
            fill(word.getAsString(), argv);
        }
        spec.add("argv", argv);
        return GSON.toJson(spec) + "\n";
    }

    private void fill(String word, JsonArray argv) {
        switch (word) {
            case "${java}" -> argv.add(java.toAbsolutePath().toString());
            case "${options}" -> options.forEach(argv::add);
            case "${jars}" -> argv.add(jars.toAbsolutePath().resolve("*").toString());
            default -> argv.add(word);
        }
    }

    /** Writes kernel.json into {@code folder}; a Jupyter that looks meanwhile sees the old file or the new one. */
    void writeTo(Path folder) throws IOException {
        Path part = folder.resolve(FILE + ".part");
        Files.writeString(part, toJson());
        Files.move(part, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What the kernel.json in {@code folder} says; it must be one of ours. */
    static KernelSpec read(Path folder) {
        try {
            List<String> argv = JsonParser.parseString(Files.readString(folder.resolve(FILE))).getAsJsonObject()
                .getAsJsonArray("argv").asList().stream().map(JsonElement::getAsString).toList();
            int classPath = argv.indexOf("-cp");
            return new KernelSpec(Path.of(argv.get(0)), argv.subList(1, classPath),
                Path.of(argv.get(classPath + 1)).getParent());
        } catch (IOException | RuntimeException e) {                // whatever stands there instead
            throw new GlassboxException(Message.of("kernel", "its kernel.json is not one of ours")
                .with("file", folder.resolve(FILE)).help("the command install writes it anew"), e);
        }
    }

    KernelSpec withOptions(List<String> others) { return new KernelSpec(java, others, jars); }

    /** A file of the folder kernel-spec, as our jar carries it. */
    static InputStream resource(String name) {
        return KernelSpec.class.getResourceAsStream("kernel-spec/" + name);
    }
}
