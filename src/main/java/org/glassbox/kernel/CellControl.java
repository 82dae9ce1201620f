package org.glassbox.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import jdk.jshell.execution.DirectExecutionControl;

/** Runs snippets on the calling thread, and keeps what they return or throw as the living object. */
final class CellControl extends DirectExecutionControl {
    private final CellLoader loader;
    private Object value;
    private Throwable thrown;

    CellControl(CellLoader loader) {
        super(loader);
        this.loader = loader;
    }

    /** JShell tells the compiler's class path here; the cells' loader has it already from its parent. */
    @Override
    public void addToClasspath(String path) {
        // a second copy of our classes would have another identity
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader.toClassLoader());
        Interrupts.enter();
        try {
            value = snippet.invoke(null);
            return "";
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
            throw e;
        } finally {
            Interrupts.leave();
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Forgets the last snippet. */
    void clear() {
        value = null;
        thrown = null;
    }

    /** What the last snippet returned. */
    Object value() { return value; }

    /** What the last snippet threw, or null. */
    Throwable thrown() { return thrown; }
}
