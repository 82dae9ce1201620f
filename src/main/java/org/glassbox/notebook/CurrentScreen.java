package org.glassbox.notebook;

/** Holds the screen in use; at first a terminal, which prints the plain text and cannot change what it has printed. */
final class CurrentScreen {
    static volatile Screen screen = new Screen() {
        @Override
        public String show(Bundle bundle) {
            System.out.println(bundle.data().get(Bundle.PLAIN));
            return "";
        }

        @Override
        public void update(String id, Bundle bundle) {
            // a terminal keeps what it has printed
        }

        @Override
        public boolean isLive() { return false; }
    };

    private CurrentScreen() {}
}
