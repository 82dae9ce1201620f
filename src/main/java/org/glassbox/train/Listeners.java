package org.glassbox.train;

import java.util.List;
import java.util.ServiceLoader;

/** The listeners that every trainer has because they are on the class path: the live panel of a notebook. */
final class Listeners {
    private Listeners() {}

    static List<Listener> found() {
        return ServiceLoader.load(Listener.class, Listener.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    }
}
