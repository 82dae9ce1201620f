package org.glassbox.kernel;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small kernel on IJava's base, in which the plug-in was installed by its one line. */
public final class IJavaTestKernel extends BaseKernel {
    public static void main(String[] arguments) throws Exception {
        String file = Files.readString(Path.of(arguments[0]));
        JupyterConnection connection = new JupyterConnection(KernelConnectionProperties.parse(file));
        IJavaTestKernel kernel = new IJavaTestKernel();
        IJavaPlugin.install(kernel);
        kernel.becomeHandlerForConnection(connection);
        connection.connect();
        connection.waitUntilClose();
    }

    @Override
    public DisplayData eval(String code) {
        Object value = ForeignCells.eval(code);
        return value instanceof DisplayData data ? data : getRenderer().render(value);
    }

    @Override
    public LanguageInfo getLanguageInfo() { return new LanguageInfo.Builder("java").version("17").build(); }

    @Override
    public void onShutdown(boolean restart) { System.exit(0); }
}
