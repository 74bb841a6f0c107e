package org.bihuan.intake.hotline;

import jakarta.validation.constraints.NotNull;
import org.bihuan.intake.category.CategorySuggestion;

/**
 * What a call that was only tried out would have become.
 *
 * @param sandbox always true: nothing was kept
 * @param channel code of the channel of the hotline that was called
 * @param sourceRef number of the call, as it was read
 * @param category under which it would stand
 */
public record TriedCall(
    boolean sandbox,
    @NotNull String channel,
    @NotNull String sourceRef,
    @NotNull CategorySuggestion category) {}
