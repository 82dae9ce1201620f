package org.glassbox.kernel;

import java.util.UUID;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.glassbox.notebook.Bundle;
import org.glassbox.notebook.Displays;
import org.glassbox.notebook.Screen;

/**
 * Shows our values in JJava, which finds this class by itself on its class path. Uses only what JJava has kept from version to
 * version: {@code Extension}, {@code Renderer}, {@code DisplayData}, {@code display}.
 */
public final class JJavaPlugin implements Extension {
    @Override
    public void install(BaseKernel kernel) {
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

    /** The notebook page that JJava writes on. */
    private record Page(BaseKernel kernel) implements Screen {
        @Override
        public String show(Bundle bundle) {
            String id = UUID.randomUUID().toString();
            DisplayData data = fill(new DisplayData(), bundle);
            data.putTransientData("display_id", id);   // setDisplayId changed its signature
            kernel.display(data);
            return id;
        }

        @Override
        public void update(String id, Bundle bundle) {
            kernel.getIO().display.updateDisplay(id, fill(new DisplayData(), bundle));
        }
    }
}
