package org.glassbox.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glassbox.GlassboxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookJsonTest {
    private static final String NOTEBOOK = """
        {
         "cells": [
          {
           "cell_type": "code",
           "execution_count": null,
           "metadata": {
            "tags": [
             "raises-exception"
            ]
           },
           "outputs": [],
           "source": [
            "int x = 1;\\n",
            "x < 2 ? \\"ä\\" : 'b'"
           ]
          }
         ],
         "metadata": {},
         "nbformat": 4,
         "nbformat_minor": 5
        }
        """;

    @TempDir
    private Path folder;

    @Test
    void what_is_read_is_written_as_jupyter_writes_it() throws IOException {
        Path file = Files.writeString(folder.resolve("a.ipynb"), NOTEBOOK);
        Path copy = folder.resolve("new folder/b.ipynb");
        NotebookJson.write(NotebookJson.read(file), copy);
        assertEquals(NOTEBOOK, Files.readString(copy));
    }

    @Test
    void lines_are_joined_to_the_source() throws IOException {
        JsonObject notebook = NotebookJson.read(Files.writeString(folder.resolve("a.ipynb"), NOTEBOOK));
        JsonObject cell = NotebookJson.cells(notebook).get(0);
        assertEquals("int x = 1;\nx < 2 ? \"ä\" : 'b'", NotebookJson.source(cell));
        assertTrue(NotebookJson.mayFail(cell));
    }

    @Test
    void what_is_no_notebook_is_refused_with_the_file() throws IOException {
        Path file = folder.resolve("a.ipynb");
        assertTrue(refusal(file).contains("there is no such file"), refusal(file));
        Files.writeString(file, "{\"a\": 1}");
        assertTrue(refusal(file).contains("it holds no cells"), refusal(file));
        Files.writeString(file, "{\"cells\": [");
        assertTrue(refusal(file).startsWith("run: cannot read the notebook"), refusal(file));
        assertTrue(refusal(file).contains("file   " + file), refusal(file));
    }

    private static String refusal(Path file) {
        return assertThrows(GlassboxException.class, () -> NotebookJson.read(file)).getMessage();
    }
}
