package io.pactwatch.analysis.model;

import io.pactwatch.analysis.model.linear.LinearPassageModel;
import io.pactwatch.article.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The models of this process, each loaded once, when it is first asked for. Thread-safe.
 *
 * <p>The system property {@value #FOLDER} names a folder with an encoder of one's own; without it the one that ships is
 * read.
 */
public final class Models {
    static final String FOLDER = "pactwatch.encoder";

    /** Passages whose readings are kept. */
    private static final int KEPT = 4_096;

    private Models() {}

    /**
     * What was loaded.
     *
     * @param tier the tier in use
     * @param model reads passages
     * @param obstacle why the accurate tier is not in use though it was wanted, one line
     */
    public record Loaded(Tier tier, Optional<CachedModel> model, Optional<String> obstacle) {}

    /** @throws InvalidInputException if the accurate tier is asked for and does not load, with the reason */
    public static Loaded load(TierSetting setting) {
        if (setting == TierSetting.FAST) {
            return new Loaded(Tier.FAST, Optional.of(Fast.MODEL), Optional.empty());
        }
        Loaded accurate = Accurate.LOADED;
        if (setting == TierSetting.ACCURATE && accurate.tier() != Tier.ACCURATE) {
            throw new InvalidInputException("analysis.tier: accurate is not possible here ("
                    + accurate.obstacle().orElse("unknown reason") + "); choose auto or fast");
        }
        return accurate;
    }

    private static final class Fast {
        private static final CachedModel MODEL = new CachedModel(LinearPassageModel.standard(), KEPT);
    }

    private static final class Accurate {
        private static final Loaded LOADED =
                accurate(Optional.ofNullable(System.getProperty(FOLDER)).map(Path::of), LongArgument.isHere());
    }

    /** @param folder of a model of one's own */
    static Loaded accurate(Optional<Path> folder, boolean longArgument) {
        try {
            Optional<EncoderFiles> files =
                    folder.isPresent() ? Optional.of(EncoderFiles.in(folder.get())) : EncoderFiles.shipped();
            if (files.isEmpty()) {
                return without("this build has no encoder");
            }
            if (longArgument) {
                return without(
                        "an argument of this process is longer than the native library bears; give the class path"
                                + " in the environment variable CLASSPATH");
            }
            PassageModel fast = Fast.MODEL;
            PassageModel joint = new JointModel(EncoderModel.of(files.get(), Optional.of(fast)), fast);
            return new Loaded(Tier.ACCURATE, Optional.of(new CachedModel(joint, KEPT)), Optional.empty());
        } catch (IOException e) {
            return without("a file of the encoder cannot be read: " + e.getMessage());
        } catch (LinkageError e) {
            return without("the native library does not load: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return without("the files of the encoder are wrong: " + e.getMessage());
        }
    }

    private static Loaded without(String obstacle) {
        return new Loaded(
                Tier.FAST,
                Optional.of(Fast.MODEL),
                Optional.of(obstacle.lines().findFirst().orElse("")));
    }
}
