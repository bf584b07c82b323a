package io.pactwatch.train.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;

/** BERT's encoder (Devlin et al. 2019), computed from named parameters, so that they can go back into the file they came from. */
final class EncoderNetwork {
    private static final int HEADS = 12;
    private static final float EPSILON = 1e-12f;

    private final Parameters parameters;
    private final float dropout;

    EncoderNetwork(Parameters parameters, float dropout) {
        this.parameters = parameters;
        this.dropout = dropout;
    }

    /** Hidden states of the last layer, [batch, tokens, width]. */
    NDArray hidden(EncoderInput input, boolean training) {
        NDArray x = Embedding.embedding(input.pieces(), parameters.get("embeddings.word_embeddings.weight"), SparseFormat.DENSE)
                .singletonOrThrow()
                .add(parameters.get("embeddings.position_embeddings.weight").get(new NDIndex("0:" + input.tokens())))
                .add(Embedding.embedding(
                                input.marks(),
                                parameters.get("embeddings.token_type_embeddings.weight"),
                                SparseFormat.DENSE)
                        .singletonOrThrow());
        x = drop(normalised(x, "embeddings.LayerNorm"), training);
        for (int layer = 0; layer < parameters.layers(); layer++) {
            x = layer(x, "encoder.layer." + layer + ".", input, training);
        }
        return x;
    }

    private NDArray layer(NDArray x, String name, EncoderInput input, boolean training) {
        int size = input.size();
        int tokens = input.tokens();
        int width = (int) x.getShape().get(2);
        int part = width / HEADS;
        NDArray query = linear(x, name + "attention.self.query")
                .reshape(size, tokens, HEADS, part)
                .transpose(0, 2, 1, 3);
        NDArray key =
                linear(x, name + "attention.self.key").reshape(size, tokens, HEADS, part).transpose(0, 2, 3, 1);
        NDArray value = linear(x, name + "attention.self.value")
                .reshape(size, tokens, HEADS, part)
                .transpose(0, 2, 1, 3);
        NDArray attention =
                query.matMul(key).mul((float) (1 / Math.sqrt(part))).add(input.padding()).softmax(-1);
        NDArray context = drop(attention, training)
                .matMul(value)
                .transpose(0, 2, 1, 3)
                .reshape(size, tokens, width);
        NDArray attended = drop(linear(context, name + "attention.output.dense"), training);
        NDArray middle = normalised(x.add(attended), name + "attention.output.LayerNorm");
        NDArray wide = Activation.gelu(linear(middle, name + "intermediate.dense"));
        NDArray narrow = drop(linear(wide, name + "output.dense"), training);
        return normalised(middle.add(narrow), name + "output.LayerNorm");
    }

    private NDArray linear(NDArray x, String name) {
        return x.matMul(parameters.get(name + ".weight")).add(parameters.get(name + ".bias"));
    }

    private NDArray normalised(NDArray x, String name) {
        return LayerNorm.layerNorm(
                        x,
                        new Shape(x.getShape().get(2)),
                        parameters.get(name + ".weight"),
                        parameters.get(name + ".bias"),
                        EPSILON)
                .singletonOrThrow();
    }

    private NDArray drop(NDArray x, boolean training) {
        return training ? Dropout.dropout(x, dropout, true).singletonOrThrow() : x;
    }
}
