package io.pactwatch.train.encoder;

import java.nio.charset.StandardCharsets;

/** Walks the fields of a protobuf message in a byte array; keeps offsets, so that values can be changed in place. */
final class ProtobufReader {
    static final int VARINT = 0;
    static final int BYTES = 2;

    private final byte[] bytes;
    private int at;
    private final int end;
    private int field;
    private int wireType;
    private int start;
    private int length;
    private long number;

    ProtobufReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    /** Steps to the next field; false behind the last. */
    boolean next() {
        if (at >= end) {
            return false;
        }
        long tag = varint();
        field = (int) (tag >>> 3);
        wireType = (int) (tag & 7);
        start = at;
        switch (wireType) {
            case VARINT -> number = varint();
            case 1 -> at += 8;
            case BYTES -> {
                length = (int) varint();
                start = at;
                at += length;
            }
            case 5 -> at += 4;
            default -> throw new IllegalArgumentException("byte " + start + ": wire type " + wireType + " is not known");
        }
        if (wireType != BYTES) {
            length = at - start;
        }
        return true;
    }

    boolean is(int expectedField, int expectedType) {
        return field == expectedField && wireType == expectedType;
    }

    /** Offset of the field's content. */
    int start() {
        return start;
    }

    /** Bytes of the field's content. */
    int length() {
        return length;
    }

    long number() {
        return number;
    }

    String text() {
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }

    ProtobufReader message() {
        return new ProtobufReader(bytes, start, start + length);
    }

    private long varint() {
        long value = 0;
        int shift = 0;
        while (true) {
            byte next = bytes[at++];
            value |= (long) (next & 127) << shift;
            if (next >= 0) {
                return value;
            }
            shift += 7;
        }
    }
}
