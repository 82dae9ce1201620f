package org.glassbox.kernel;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;

/** Loads the classes of cells in the kernel's own JVM, with their {@link StopChecks}. */
final class CellLoader implements LoaderDelegate {
    private final Classes classes = new Classes(CellLoader.class.getClassLoader());

    private static final class Classes extends URLClassLoader {
        private final Map<String, byte[]> compiled = new HashMap<>();

        Classes(ClassLoader parent) { super("cells", new URL[0], parent); }

        @Override
        public void addURL(URL url) { super.addURL(url); }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytecode = compiled.get(name);
            if (bytecode == null) {
                return super.findClass(name);
            }
            byte[] checked = StopChecks.insert(bytecode);
            return defineClass(name, checked, 0, checked.length);
        }
    }

    @Override
    public void load(ClassBytecodes[] compiled) {
        for (ClassBytecodes one : compiled) {
            classes.compiled.put(one.name(), one.bytecodes());
        }
    }

    @Override
    public void classesRedefined(ClassBytecodes[] redefined) { load(redefined); }

    @Override
    public void addToClasspath(String path) {
        for (String part : path.split(File.pathSeparator)) {
            try {
                classes.addURL(Path.of(part).toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(part, e);
            }
        }
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException { return classes.loadClass(name); }

    ClassLoader toClassLoader() { return classes; }
}
