package org.glassbox.array;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/** Starts ND4J when it is first needed, with the build of its natives that suits it. */
final class Boot {
    private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";

    static final NativeOps NATIVE;

    static {
        if (System.getProperty(EXTENSION) == null && Boot.class.getResource(oneDnn()) != null) {
            System.setProperty(EXTENSION, "-onednn"); // the plain build convolves 10 to 40 times slower
        }
        Nd4j.getExecutioner(); // ND4J's own start sets BLAS's threads, so what is set below must come after it
        NATIVE = NativeOpsHolder.getInstance().getDeviceNativeOps();
        openblas_nolapack.blas_set_num_threads(1); // threads are ours: see Threads
    }

    private static final ThreadLocal<NativeOps> ON_THIS_THREAD = ThreadLocal.withInitial(() -> {
        NATIVE.setOmpNumThreads(1); // a setting of the calling thread, again: threads are ours
        return NATIVE;
    });

    private Boot() {}

    /** ND4J's natives, which work on the thread that calls them. */
    static NativeOps natives() {
        return ON_THIS_THREAD.get();
    }

    /** The memory of an array as ND4J sees it; nothing is copied. */
    static INDArray wrap(FloatPointer pointer, Type type, int size, long[] shape) {
        natives();
        return Nd4j.create(Nd4j.createBuffer(pointer, size, type.nd4j), shape);
    }

    /** Where the class path holds ND4J's build with oneDNN for this platform, if it does. */
    private static String oneDnn() {
        String platform = org.bytedeco.javacpp.Loader.Detector.getPlatform();
        String library = System.mapLibraryName("jnind4jcpu");
        return "/org/nd4j/linalg/cpu/nativecpu/bindings/" + platform + "-onednn/" + library;
    }
}
