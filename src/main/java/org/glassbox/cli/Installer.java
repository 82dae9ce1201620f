package org.glassbox.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.run.PlotlyScript;

/**
 * Puts the kernel into a folder of its own and takes it away again. All it needs is copied there, so that neither the
 * build nor Maven's repository has to stay; kernel.json comes last, so that Jupyter never sees half a kernel.
 *
 * @param kernels Jupyter's folder {@code kernels}
 * @param name the kernel's folder in it
 * @param java what runs the kernel
 * @param classPath our classes and all that they need
 */
record Installer(Path kernels, String name, JavaHome java, List<Path> classPath) {
    static final String NAME = "glassbox";
    static final String PLOTLY = "plotly.js";
    private static final long SPARE = 20L << 20;                    // plotly.js, logos, and some air

    /** Installs what runs this program, on the Java that runs it. */
    static Installer of(Path kernels) {
        String classPath = System.getProperty("java.class.path");
        return new Installer(kernels, NAME, JavaHome.running(),
            Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList());
    }

    Installer withName(String other) { return new Installer(kernels, other, java, classPath); }

    Installer withJava(JavaHome other) { return new Installer(kernels, name, other, classPath); }

    /** The kernel's own folder. */
    Path folder() { return kernels.resolve(name).toAbsolutePath(); }

    /** Installs, in place of what was there. Returns the kernel's folder. */
    Path install() {
        JarFolder jars = JarFolder.of(classPath);
        Natives natives = Natives.of(jars.names()).orElseThrow(Installer::noNatives);
        java.required();
        try {
            Files.createDirectories(folder());
            Path jarFolder = folder().resolve(jars.name());
            if (!jars.isIn(jarFolder)) {
                requireRoom(jars.size() + SPARE, Folders.room(folder()));
                jars.copyTo(jarFolder);
            }
            copyBeside();
            KernelSpec spec = new KernelSpec(java.executable(), java.options(natives), jarFolder);
            ClassArchive.of(spec).usedBy(spec).writeTo(folder());
            removeOthers(jarFolder);
            return folder();
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    /** Takes the kernel away, kernel.json first. Returns whether there was one. */
    boolean uninstall() {
        try {
            boolean wasThere = Files.deleteIfExists(folder().resolve(KernelSpec.FILE));
            Folders.delete(folder());
            return wasThere;
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    /** Says so, if {@code usable} bytes are fewer than {@code needed}. */
    void requireRoom(long needed, long usable) {
        if (usable < needed) {
            throw new GlassboxException(Message
                .of("install",
                    "the kernel takes " + megabytes(needed) + ", and only " + megabytes(usable) + " are free")
                .with("folder", folder())
                .help("make room there, or set JUPYTER_DATA_DIR to a folder on another disk"));
        }
    }

    private void copyBeside() throws IOException {
        for (String logo : KernelSpec.LOGOS) {
            copy(KernelSpec.resource(logo), logo);
        }
        copy(PlotlyScript.open(), PLOTLY);
    }

    private void copy(InputStream resource, String file) throws IOException {
        try (resource) {
            Files.copy(resource, folder().resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes jars of former versions; one that a running kernel holds on Windows stays until the next time. */
    private void removeOthers(Path jarFolder) throws IOException {
        List<Path> old;
        try (Stream<Path> files = Files.list(folder())) {
            old = files.filter(file -> file.getFileName().toString().startsWith(JarFolder.PREFIX))
                .filter(file -> !file.equals(jarFolder)).toList();
        }
        for (Path folder : old) {
            try {
                Folders.delete(folder);
            } catch (IOException e) {
                System.err.println("install: " + folder + " is still in use and stays for now");
            }
        }
    }

    private GlassboxException notWritable(IOException cause) {
        return new GlassboxException(Message.of("install", "cannot write the kernel: " + reason(cause))
            .with("folder", folder())
            .help(
                "make that folder writable, or set JUPYTER_DATA_DIR to one that is (Jupyter must see the same setting)"),
            cause);
    }

    private static String reason(IOException e) {
        String kind = e.getClass().getSimpleName().replaceAll("(Exception|FileSystem)+$", "");
        return kind.isEmpty() || kind.equals("IO") ? e.getMessage() : kind + " " + e.getMessage();
    }

    private static GlassboxException noNatives() {
        return new GlassboxException(Message
            .of("install", "ND4J's machine code for this platform is not on the class path")
            .with("platform", Natives.platform(System.getProperty("os.name"), System.getProperty("os.arch")))
            .help("ND4J has builds for Linux, macOS and Windows on x86-64 and for Linux and macOS on ARM64; "
                + "run mvn -Pquickstart on one of them"));
    }

    private static String megabytes(long bytes) { return ((bytes + (1 << 20) - 1) >> 20) + " MB"; }
}
