package org.glassbox.tensor;

/**
 * Where in a net something is computed: {@code Sequential › 0:Linear}.
 *
 * @param outer the place around it, or null
 * @param index its number within that, or −1
 * @param what the layer; its {@code toString} is not used, its class name is
 */
public record Place(Place outer, int index, String what) {
    @Override
    public String toString() {
        String own = index < 0 ? what : index + ":" + what;
        return outer == null ? own : outer + " › " + own;
    }

    /** {@code 0 Linear}, {@code 2.1 Linear} in a net within a net: short enough for a picture. */
    public String label() {
        String path = path();
        return path.isEmpty() ? what : path + " " + what;
    }

    private String path() {
        String before = outer == null ? "" : outer.path();
        return index < 0 ? before : before.isEmpty() ? "" + index : before + "." + index;
    }
}
