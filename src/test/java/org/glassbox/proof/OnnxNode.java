package org.glassbox.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import org.glassbox.tensor.Tensor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One of ONNX's node tests, as it lies in its folder: an operation with its settings, what goes in, and what must come out.
 *
 * @param inputs by place; null where an optional one is left out
 * @param outputs those that the test names
 */
record OnnxNode(String name, String op, Map<String, AttributeProto> settings, List<TensorProto> inputs,
    List<TensorProto> outputs) {
    /** Asks for something that this library does not have; the message says what. */
    static final class NotOurs extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotOurs(String what) { super(what); }
    }

    static OnnxNode read(Path folder) throws IOException {
        ModelProto model = ModelProto.parseFrom(Files.readAllBytes(folder.resolve("model.onnx")));
        NodeProto node = model.getGraph().getNode(0);
        Map<String, TensorProto> values = new HashMap<>();
        for (int i = 0; i < model.getGraph().getInputCount(); i++) {
            values.put(model.getGraph().getInput(i).getName(), tensor(folder, "input_" + i));
        }
        for (int i = 0; i < model.getGraph().getOutputCount(); i++) {
            values.put(model.getGraph().getOutput(i).getName(), tensor(folder, "output_" + i));
        }
        Map<String, AttributeProto> settings = new HashMap<>();
        node.getAttributeList().forEach(attribute -> settings.put(attribute.getName(), attribute));
        return new OnnxNode(folder.getFileName().toString(), node.getOpType(), settings,
            node.getInputList().stream().map(values::get).toList(),
            node.getOutputList().stream().map(values::get).toList());
    }

    private static TensorProto tensor(Path folder, String file) throws IOException {
        Path path = folder.resolve("test_data_set_0").resolve(file + ".pb");
        return Files.exists(path) ? TensorProto.parseFrom(Files.readAllBytes(path)) : TensorProto.getDefaultInstance();
    }

    // ---- settings

    boolean has(String setting) { return settings.containsKey(setting); }

    int whole(String setting, int usual) { return has(setting) ? (int) settings.get(setting).getI() : usual; }

    double number(String setting, double usual) { return has(setting) ? settings.get(setting).getF() : usual; }

    String word(String setting, String usual) {
        return has(setting) ? settings.get(setting).getS().toStringUtf8() : usual;
    }

    int[] wholes(String setting, int... usual) {
        return has(setting) ? settings.get(setting).getIntsList().stream().mapToInt(Math::toIntExact).toArray() : usual;
    }

    /** Refuses the test where a setting is not the one that is ours. */
    void require(boolean ours, String what) {
        if (!ours) {
            throw new NotOurs(what);
        }
    }

    // ---- values

    boolean hasInput(int i) { return i < inputs.size() && inputs.get(i) != null; }

    /** An input of numbers, 32 or 64 bits. */
    Tensor input(int i) {
        int type = inputs.get(i).getDataType();
        require(type == DataType.FLOAT_VALUE || type == DataType.DOUBLE_VALUE,
            "numbers of type " + type(inputs.get(i)));
        return value(inputs.get(i));
    }

    /** An input of whole numbers or of yes and no, as numbers. */
    Tensor data(int i) { return value(inputs.get(i)); }

    int[] wholesOf(int i) {
        return IntStream.range(0, size(inputs.get(i))).map(k -> (int) numbers(inputs.get(i))[k]).toArray();
    }

    private static String type(TensorProto tensor) {
        DataType type = DataType.forNumber(tensor.getDataType());
        return type == null ? "" + tensor.getDataType() : type.name();
    }

    static int size(TensorProto tensor) {
        return tensor.getDimsList().stream().mapToInt(Math::toIntExact).reduce(1, (a, b) -> a * b);
    }

    static int[] shape(TensorProto tensor) {
        return tensor.getDimsList().stream().mapToInt(Math::toIntExact).toArray();
    }

    private Tensor value(TensorProto tensor) {
        require(size(tensor) > 0, "a tensor without numbers");
        Tensor value = tensor.getDataType() == DataType.DOUBLE_VALUE
            ? Tensor.of(Nd4j.createFromArray(numbers(tensor))).toData()
            : Tensor.of(numbers(tensor)).toData();
        return value.reshape(shape(tensor));
    }

    /** All numbers; yes is 1. */
    static double[] numbers(TensorProto tensor) {
        ByteBuffer raw = ByteBuffer.wrap(tensor.getRawData().toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        boolean isRaw = raw.hasRemaining();
        return IntStream.range(0, size(tensor)).mapToDouble(i -> switch (tensor.getDataType()) {
            case DataType.FLOAT_VALUE -> isRaw ? raw.getFloat(4 * i) : tensor.getFloatData(i);
            case DataType.DOUBLE_VALUE -> isRaw ? raw.getDouble(8 * i) : tensor.getDoubleData(i);
            case DataType.INT64_VALUE -> isRaw ? raw.getLong(8 * i) : tensor.getInt64Data(i);
            case DataType.INT32_VALUE -> isRaw ? raw.getInt(4 * i) : tensor.getInt32Data(i);
            case DataType.BOOL_VALUE -> isRaw ? raw.get(i) : tensor.getInt32Data(i);
            default -> throw new NotOurs("numbers of type " + type(tensor));
        }).toArray();
    }
}
