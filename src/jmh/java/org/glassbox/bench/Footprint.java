package org.glassbox.bench;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Structure;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a process, and one thread of it, takes. The figures outside the heap are Linux's. */
final class Footprint {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Footprint() {}

    /** Resident memory of this process in bytes. */
    static long resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that this thread has allocated on the heap since it began. */
    static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /** A number that grows when the garbage collector has run or a method was compiled. */
    static long jvmWork() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime()
            + ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
    }

    /** Bytes outside the heap that are in use, by the C library's own count; NaN where that cannot say. */
    static double offHeap() {
        try {
            Function mallinfo2 = NativeLibrary.getInstance("c").getFunction("mallinfo2");   // glibc 2.33
            Mallinfo info = (Mallinfo) mallinfo2.invoke(Mallinfo.class, new Object[0]);
            return info.uordblks + (double) info.hblkhd;
        } catch (UnsatisfiedLinkError e) {
            return Double.NaN;
        }
    }

    /** The C structure of that name. */
    public static final class Mallinfo extends Structure implements Structure.ByValue {
        public long arena;
        public long ordblks;
        public long smblks;
        public long hblks;
        public long hblkhd;
        public long usmblks;
        public long fsmblks;
        public long uordblks;
        public long fordblks;
        public long keepcost;

        @Override
        protected List<String> getFieldOrder() {
            return Arrays.asList("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks",
                "fordblks", "keepcost");
        }
    }
}
