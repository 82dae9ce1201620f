package org.glassbox.array;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/** Starts ND4J once, with the build of its natives and the number of threads that suit it. */
final class Boot {
    private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";

    static final NativeOps NATIVE;

    static {
        if (System.getProperty(EXTENSION) == null && Boot.class.getResource(oneDnn()) != null) {
            System.setProperty(EXTENSION, "-onednn"); // the plain build convolves 10 to 40 times slower
        }
        Nd4j.getExecutioner(); // ND4J's own start sets BLAS's threads, so what is set below must come after it
        NATIVE = NativeOpsHolder.getInstance().getDeviceNativeOps();
        openblas_nolapack.blas_set_num_threads(1); // two pools of threads fight for the cores; oneDNN keeps the other one
    }

    private Boot() {}

    static void up() {
        // the static block above does it, once
    }

    /** Where the class path holds ND4J's build with oneDNN for this platform, if it does. */
    private static String oneDnn() {
        String platform = org.bytedeco.javacpp.Loader.Detector.getPlatform();
        String library = System.mapLibraryName("jnind4jcpu");
        return "/org/nd4j/linalg/cpu/nativecpu/bindings/" + platform + "-onednn/" + library;
    }
}
