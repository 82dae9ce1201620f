package org.glassbox.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.glassbox.GlassboxException;
import org.glassbox.run.KernelClient;
import org.glassbox.run.Reply;

/**
 * An installed kernel at work while its JVM notes the classes that it loads, for a {@link ClassArchive}. Nothing depends on
 * its success: a kernel without an archive only starts slower.
 *
 * @param folder the kernel's folder, whose kernel.json names the archive once it is there
 * @param kernel the running kernel
 */
record Recording(Path folder, KernelClient kernel) implements AutoCloseable {
    /** Writing took 13 s on a machine with ten programs to a core, nearly 4 s of the processor's time. */
    private static final Duration WRITING = Duration.ofSeconds(90);
    private static final Duration CELL = Duration.ofSeconds(60);
    private static final String WITHOUT = "No class archive for a faster start: ";

    /** What notebooks do, small: data, a net, a loop by hand, a training that is watched, every picture, an error. */
    private static final List<String> REHEARSAL = List.of(
        "var digits = Datasets.digits().split(0.8);\ndigits",
        "Layer net = Sequential.of(Linear.of(64, 8), Activation.relu(), Linear.of(8, 10));\nnet",
        """
            Optimizer optimizer = Adam.of(5e-3).on(net);
            for (Batch batch : digits.valid().batches(32)) {
                Tensor loss = Loss.crossEntropy().of(net.forward(batch.x()), batch.y());
                Gradients gradients = loss.backward();
                optimizer.step(gradients);
            }""",
        """
            var trainer = Trainer.of(net, Loss.crossEntropy(), Adam.of(5e-3)).batchSize(32);
            History run = trainer.fit(digits, 2);""",
        "run",
        "LinePlot.create(\"loss\", run.epochs(), \"epoch\", \"loss\")",
        "run.epochs()",
        """
            Layer tiny = Sequential.of(Linear.of(2, 2), Activation.sigmoid(), Linear.of(2, 1));
            Tensor x = Tensor.of(new double[][] {{1, 0}});
            ChainRule.of(Loss.binaryCrossEntropy().of(tiny.forward(x), Tensor.of(new double[][] {{1}})))""",
        "ChainRule.of(trainer, digits.train().sample(3))",
        "System.out.println(x);\nx.mul(x).sum().backward().of(x)");
    /** Errors in house form, so that the first of a user's comes as fast as the rest; both must fail. */
    private static final List<String> FAILURES = List.of("net.forward(Tensor.of(new double[32][28]))",
        "int n = \"no\";");

    /** Starts the kernel that is installed in {@code folder}, to be used in {@code directory} like any other. */
    static Recording start(Path folder, Path directory) {
        return new Recording(folder,
            KernelClient.start(folder, directory, ClassArchive.of(KernelSpec.read(folder))::recording));
    }

    /** Makes the archive by a rehearsal, unless a fitting one is there. Returns what there is to say of it. */
    static String rehearse(Path folder) {
        if (ClassArchive.of(KernelSpec.read(folder)).isUsable()) {
            return "Its class archive still fits.";
        }
        try (Recording recording = start(folder, folder)) {
            recording.kernel.withPatience(CELL);
            return recording.run() + recording.end();
        } catch (GlassboxException e) {
            return WITHOUT + e.getMessage();
        }
    }

    /** Runs the cells; returns a line where one fails that should not: what was loaded until then is still worth keeping. */
    private String run() {
        for (String cell : REHEARSAL) {
            Reply reply = kernel.execute(cell);
            if (!reply.isOk()) {
                return "A cell of the rehearsal failed: " + reply.error() + "\n";
            }
        }
        FAILURES.forEach(kernel::execute);
        return "";
    }

    /** Ends the kernel, which then writes, and lets it start with the archive from now on. Returns what there is to say. */
    String end() {
        try {
            KernelSpec spec = KernelSpec.read(folder);
            ClassArchive archive = ClassArchive.of(spec);
            kernel.shutdown(WRITING);
            if (!archive.keep()) {
                return WITHOUT + "this Java wrote none.";
            }
            archive.usedBy(spec).writeTo(folder);
            return "Class archive for a faster start: " + (Files.size(archive.file()) >> 20) + " MB.";
        } catch (IOException e) {
            return WITHOUT + e;
        }
    }

    @Override
    public void close() { kernel.close(); }
}
