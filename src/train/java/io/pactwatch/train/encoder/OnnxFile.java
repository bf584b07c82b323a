package io.pactwatch.train.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The constants and nodes of an ONNX file; constants can be replaced by others of the same shape. */
final class OnnxFile {
    private static final String LAYERS = "/encoder/layer.";

    private final byte[] bytes;
    private final Map<String, OnnxTensorSlot> tensors = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    /** An operation with the names of what it reads. */
    record Node(String name, String operation, List<String> inputs) {}

    OnnxFile(byte[] content) {
        bytes = content.clone();
        ProtobufReader model = new ProtobufReader(bytes, 0, bytes.length);
        while (model.next()) {
            if (model.is(7, ProtobufReader.BYTES)) {
                graph(model.message());
            }
        }
    }

    private void graph(ProtobufReader graph) {
        while (graph.next()) {
            if (graph.is(1, ProtobufReader.BYTES)) {
                nodes.add(node(graph.message()));
            } else if (graph.is(5, ProtobufReader.BYTES)) {
                tensor(graph.message());
            }
        }
    }

    private static Node node(ProtobufReader node) {
        List<String> inputs = new ArrayList<>();
        String name = "";
        String operation = "";
        while (node.next()) {
            if (node.is(1, ProtobufReader.BYTES)) {
                inputs.add(node.text());
            } else if (node.is(3, ProtobufReader.BYTES)) {
                name = node.text();
            } else if (node.is(4, ProtobufReader.BYTES)) {
                operation = node.text();
            }
        }
        return new Node(name, operation, inputs);
    }

    private void tensor(ProtobufReader tensor) {
        List<Long> shape = new ArrayList<>();
        String name = "";
        int type = 0;
        int start = -1;
        int length = 0;
        boolean packedNumbers = false;
        while (tensor.next()) {
            if (tensor.is(1, ProtobufReader.VARINT)) {
                shape.add(tensor.number());
            } else if (tensor.is(2, ProtobufReader.VARINT)) {
                type = (int) tensor.number();
            } else if (tensor.is(8, ProtobufReader.BYTES)) {
                name = tensor.text();
            } else if (tensor.is(4, ProtobufReader.BYTES)
                    || tensor.is(9, ProtobufReader.BYTES)
                    || tensor.is(5, ProtobufReader.BYTES)
                    || tensor.is(5, ProtobufReader.VARINT)) {
                packedNumbers = tensor.is(5, ProtobufReader.BYTES) || tensor.is(5, ProtobufReader.VARINT);
                start = tensor.start();
                length = tensor.length();
            }
        }
        long[] dimensions = shape.stream().mapToLong(Long::longValue).toArray();
        tensors.put(name, new OnnxTensorSlot(bytes, name, dimensions, type, start, length, packedNumbers));
    }

    boolean has(String tensor) {
        return tensors.containsKey(tensor);
    }

    OnnxTensorSlot tensor(String name) {
        OnnxTensorSlot tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException(name + ": the ONNX file has no such tensor");
        }
        return tensor;
    }

    /** Operations of a kind that have a constant matrix as their second input, by the name of the weights they compute with. */
    Map<String, Node> matrixNodes(String operation) {
        Map<String, Node> found = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (node.operation().equals(operation)
                    && node.name().startsWith(LAYERS)
                    && node.inputs().size() > 1
                    && has(node.inputs().get(1))) {
                String path = node.name().substring(1, node.name().lastIndexOf("/MatMul"));
                found.put(path.replace('/', '.') + ".weight", node);
            }
        }
        return found;
    }

    /** Float tensors of the encoder by the name of their weights; matrices of an exported file have names that say nothing. */
    Map<String, String> weights() {
        Map<String, String> weights = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            if (tensor.type() == OnnxTensorSlot.FLOAT
                    && (name.startsWith("embeddings.") || name.startsWith("encoder."))) {
                weights.put(name, name);
            }
        });
        matrixNodes("MatMul").forEach((name, node) -> weights.put(name, node.inputs().get(1)));
        return weights;
    }

    void save(Path file) throws IOException {
        Files.write(file, bytes);
    }
}
