package org.glassbox.kernel;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts a call of {@link Interrupts#check} at each method entry and before each jump backwards of a cell's class, and turns
 * {@code System.exit} into the end of the cell. The calls take and leave nothing, so stack sizes and frames stay as they are.
 */
final class StopChecks {
    private static final String INTERRUPTS = Type.getInternalName(Interrupts.class);

    private StopChecks() {}

    /** The class with its checks; a class whose version this ASM cannot read stays as it is. */
    static byte[] insert(byte[] bytecode) {
        ClassReader reader;
        try {
            reader = new ClassReader(bytecode);
        } catch (IllegalArgumentException e) {
            return bytecode;
        }
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
                return new Checked(super.visitMethod(access, name, type, signature, thrown));
            }
        }, 0);
        return writer.toByteArray();
    }

    private static final class Checked extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();

        Checked(MethodVisitor next) { super(Opcodes.ASM9, next); }

        @Override
        public void visitCode() {
            super.visitCode();
            check();
        }

        private void check() { super.visitMethodInsn(Opcodes.INVOKESTATIC, INTERRUPTS, "check", "()V", false); }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (passed.contains(target)) {
                check();
            }
            super.visitJumpInsn(opcode, target);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String type, boolean ofInterface) {
            boolean ends = type.equals("(I)V") && (name.equals("exit") || name.equals("halt"));
            if (ends && owner.equals("java/lang/System")) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, INTERRUPTS, "exit", type, false);
            } else if (ends && owner.equals("java/lang/Runtime")) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, INTERRUPTS, "exit", "(Ljava/lang/Runtime;I)V", false);
            } else {
                super.visitMethodInsn(opcode, owner, name, type, ofInterface);
            }
        }
    }
}
