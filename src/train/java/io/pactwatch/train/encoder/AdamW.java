package io.pactwatch.train.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adam with decoupled weight decay (Loshchilov and Hutter 2019), bias correction and a limit on the norm of the gradient. */
final class AdamW {
    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.999f;
    private static final float EPSILON = 1e-8f;
    private static final float DECAY = 0.01f;
    private static final double LARGEST_NORM = 1.0;

    private static final String MEAN = "mean of ";
    private static final String SQUARE = "square of ";
    private static final String STEPS = "steps";

    private final Parameters parameters;
    private final Map<String, NDArray> means = new LinkedHashMap<>();
    private final Map<String, NDArray> squares = new LinkedHashMap<>();
    private int step;

    AdamW(NDManager manager, Parameters parameters) {
        this.parameters = parameters;
        for (String name : parameters.trained()) {
            means.put(name, manager.zeros(parameters.get(name).getShape()));
            squares.put(name, manager.zeros(parameters.get(name).getShape()));
        }
    }

    /** Lends the state to a manager, so that what a step computes dies with it. */
    void lendTo(NDManager other) {
        means.values().forEach(array -> array.tempAttach(other));
        squares.values().forEach(array -> array.tempAttach(other));
    }

    /** Means, squares and the number of steps, to go on from later. */
    Map<String, float[]> state() {
        Map<String, float[]> state = new LinkedHashMap<>();
        means.forEach((name, mean) -> state.put(MEAN + name, mean.toFloatArray()));
        squares.forEach((name, square) -> state.put(SQUARE + name, square.toFloatArray()));
        state.put(STEPS, new float[] {step});
        return state;
    }

    /** Goes on from a state. */
    void set(Map<String, float[]> state) {
        means.forEach((name, mean) -> mean.set(FloatBuffer.wrap(state.get(MEAN + name))));
        squares.forEach((name, square) -> square.set(FloatBuffer.wrap(state.get(SQUARE + name))));
        step = (int) state.get(STEPS)[0];
    }

    /**
     * Changes every weight by its gradient and clears that; weights and state must be lent to the manager.
     *
     * @return whether the gradient was finite; if not, nothing but the gradient changes
     */
    boolean step(NDManager manager, double encoderRate, double headRate) {
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        for (String name : means.keySet()) {
            NDArray gradient = parameters.get(name).getGradient();
            gradient.attach(manager);
            gradients.put(name, gradient);
        }
        double norm = norm(gradients);
        if (!Double.isFinite(norm)) {
            gradients.values().forEach(AdamW::clear);
            return false;
        }
        step++;
        float scale = (float) Math.min(1, LARGEST_NORM / (norm + 1e-6));
        double firstCorrection = 1 - Math.pow(FIRST, step);
        double secondCorrection = 1 - Math.pow(SECOND, step);
        gradients.forEach((name, gradient) -> {
            float rate = (float) (Parameters.isHead(name) ? headRate : encoderRate);
            NDArray weight = parameters.get(name);
            gradient.muli(scale);
            NDArray mean = means.get(name);
            mean.muli(FIRST).addi(gradient.mul(1 - FIRST));
            NDArray square = squares.get(name);
            square.muli(SECOND).addi(gradient.square().muli(1 - SECOND));
            NDArray spread = square.div(secondCorrection).sqrt().addi(EPSILON);
            if (name.endsWith("weight") && !name.contains("LayerNorm")) {
                weight.muli(1 - rate * DECAY);
            }
            weight.subi(mean.div(spread).muli((float) (rate / firstCorrection)));
            gradient.subi(gradient);
        });
        return true;
    }

    /** Unlike a subtraction, this clears what is not a number, too. */
    private static void clear(NDArray gradient) {
        gradient.set(new NDIndex("..."), 0);
    }

    private static double norm(Map<String, NDArray> gradients) {
        double sum = 0;
        for (NDArray gradient : gradients.values()) {
            sum += gradient.square().sum().getFloat();
        }
        return Math.sqrt(sum);
    }
}
