package org.glassbox.kernel;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;

/** A small kernel on JJava's base, which finds extensions as JJava does. */
public final class JJavaTestKernel extends BaseKernel {
    private JJavaTestKernel() {
        super("test", "1", new LanguageInfo.Builder("java").version("17").build(), List.of(), null,
            new JupyterIO(StandardCharsets.UTF_8), new CommManager(), new Renderer(),
            new MagicParser("(?<=(?:^|=))\\s*%", "%%", new MagicTranspiler()), new MagicsRegistry(), true,
            new StringStyler.Builder().build());
    }

    public static void main(String[] arguments) throws Exception {
        String file = Files.readString(Path.of(arguments[0]));
        JupyterConnection connection = new JupyterConnection(KernelConnectionProperties.parse(file));
        JJavaTestKernel kernel = new JJavaTestKernel();
        kernel.becomeHandlerForConnection(connection);
        kernel.onStartup();
        connection.connect();
        connection.waitUntilClose();
    }

    @Override
    public Object evalRaw(String code) { return ForeignCells.eval(code); }

    @Override
    public DisplayData inspect(String code, int at, boolean detail) { return null; }

    @Override
    public ReplacementOptions complete(String code, int at) { return null; }

    @Override
    public String isComplete(String code) { return IS_COMPLETE_YES; }

    @Override
    public void onShutdown(boolean restart) { System.exit(0); }
}
