package org.glassbox.kernel;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.util.UUID;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.notebook.Bundle;
import org.glassbox.notebook.Displays;
import org.glassbox.notebook.Screen;

/**
 * Shows our values in IJava. IJava looks for no extensions, so a cell or a start-up script says
 * {@code org.glassbox.kernel.IJavaPlugin.install()}.
 */
public final class IJavaPlugin {
    private static final String IJAVA = "io.github.spencerpark.ijava.IJava";

    private IJavaPlugin() {}

    /** Shows our values in the running IJava; raises where there is none. */
    public static void install() {
        try {
            Object kernel = Class.forName(IJAVA).getMethod("getKernelInstance").invoke(null);
            install((BaseKernel) kernel);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new GlassboxException(Message.of("IJavaPlugin", "IJava does not run here")
                .help("in the kernel «Java (Glassbox)» and in JJava nothing has to be installed"), e);
        }
    }

    /** Shows our values in {@code kernel}, one that is built on IJava's base. */
    public static void install(BaseKernel kernel) {
        Displays.types().forEach(type -> register(kernel.getRenderer(), type));
        Screen.use(new Page(kernel));
    }

    private static <T> void register(Renderer renderer, Class<T> type) {
        renderer.createRegistration(type).preferring(Bundle.HTML).supporting(Bundle.PLAIN)
            .register((value, context) -> fill(context.getOutputContainer(), Bundle.of(value)));   // Bundle.of never throws
    }

    private static DisplayData fill(DisplayData data, Bundle bundle) {
        bundle.data().forEach(data::putData);
        return data;
    }

    /** The notebook page that IJava writes on. */
    private record Page(BaseKernel kernel) implements Screen {
        @Override
        public String show(Bundle bundle) {
            String id = UUID.randomUUID().toString();
            DisplayData data = fill(new DisplayData(), bundle);
            data.putTransientData("display_id", id);
            kernel.display(data);
            return id;
        }

        @Override
        public void update(String id, Bundle bundle) {
            kernel.getIO().display.updateDisplay(id, fill(new DisplayData(), bundle));
        }
    }
}
