package io.pactwatch.train.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A constant tensor in the bytes of an ONNX file; what is set has the same length as what was there. */
final class OnnxTensorSlot {
    static final int FLOAT = 1;
    static final int UINT8 = 2;
    static final int INT8 = 3;

    private final byte[] file;
    private final String name;
    private final long[] shape;
    private final int type;
    private final int start;
    private final int length;
    private final boolean packedNumbers;

    /** @param packedNumbers whether the values are varints instead of bytes */
    OnnxTensorSlot(
            byte[] file, String name, long[] shape, int type, int start, int length, boolean packedNumbers) {
        this.file = file;
        this.name = name;
        this.shape = shape;
        this.type = type;
        this.start = start;
        this.length = length;
        this.packedNumbers = packedNumbers;
    }

    long[] shape() {
        return shape.clone();
    }

    int type() {
        return type;
    }

    float[] floats() {
        require(type == FLOAT, "has no floats");
        float[] values = new float[length / Float.BYTES];
        buffer().asFloatBuffer().get(values);
        return values;
    }

    /** Whole numbers of a tensor of bytes. */
    int[] levels() {
        require(type == UINT8 || type == INT8, "has no bytes");
        if (packedNumbers) {
            require(length <= 2, "does not hold one number");
            int low = file[start] & 127;
            return new int[] {length == 1 ? low : low | file[start + 1] << 7};
        }
        int[] levels = new int[length];
        for (int i = 0; i < length; i++) {
            levels[i] = type == UINT8 ? file[start + i] & 255 : file[start + i];
        }
        return levels;
    }

    void setFloats(float[] values) {
        require(type == FLOAT && length == values.length * Float.BYTES, "does not hold " + values.length + " floats");
        buffer().asFloatBuffer().put(values);
    }

    void setBytes(byte[] values) {
        require(!packedNumbers && length == values.length, "does not hold " + values.length + " bytes");
        System.arraycopy(values, 0, file, start, values.length);
    }

    /** Sets the only value of a tensor of bytes, 0 to 255. */
    void setByte(int value) {
        if (!packedNumbers) {
            require(length == 1, "does not hold one byte");
            file[start] = (byte) value;
        } else if (length == 1) {
            require(value < 128, "has no room for " + value);
            file[start] = (byte) value;
        } else {
            require(length == 2, "does not hold one number");
            file[start] = (byte) (value & 127 | 128);
            file[start + 1] = (byte) (value >> 7);
        }
    }

    private ByteBuffer buffer() {
        return ByteBuffer.wrap(file, start, length).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("tensor " + name + " " + what);
        }
    }
}
