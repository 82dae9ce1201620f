package org.glassbox.kernel;

import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;

/** As much of a kernel's evaluation as the plug-in tests need: an expression in JShell, in this JVM, with its living value. */
public final class ForeignCells {
    /** Where the expression leaves its value. */
    public static Object value;

    private static final JShell SHELL = JShell.builder().executionEngine("local").build();

    static {
        SHELL.addToClasspath(System.getProperty("java.class.path"));
        for (String name : new String[] {"org.glassbox.*", "org.glassbox.notebook.*", "tech.tablesaw.api.*"}) {
            SHELL.eval("import " + name + ";");
        }
    }

    private ForeignCells() {}

    static Object eval(String expression) {
        value = null;
        for (SnippetEvent event : SHELL.eval(ForeignCells.class.getName() + ".value = " + expression + ";")) {
            if (event.exception() != null || event.status() != jdk.jshell.Snippet.Status.VALID) {
                throw new IllegalArgumentException(expression + ": " + event);
            }
        }
        return value;
    }
}
