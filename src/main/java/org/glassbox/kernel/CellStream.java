package org.glassbox.kernel;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** {@code System.out} or {@code System.err} of the cells: bytes in UTF-8 become text in the {@link Outbox}. */
final class CellStream extends OutputStream {
    private static final int LONGEST_RUNE = 4;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final Outbox outbox;
    private final String name;
    private byte[] halfRune = {};

    private CellStream(Outbox outbox, String name) {
        this.outbox = outbox;
        this.name = name;
    }

    /** @param name {@code stdout} or {@code stderr} */
    static PrintStream of(Outbox outbox, String name) {
        return new PrintStream(new CellStream(outbox, name), true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int oneByte) { write(new byte[] {(byte) oneByte}, 0, 1); }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        ByteBuffer in = ByteBuffer.allocate(halfRune.length + length).put(halfRune).put(bytes, offset, length).flip();
        CharBuffer out = CharBuffer.allocate(in.remaining() + LONGEST_RUNE);
        decoder.reset();
        decoder.decode(in, out, false);
        halfRune = new byte[in.remaining()];
        in.get(halfRune);
        outbox.print(name, out.flip().toString());
    }
}
