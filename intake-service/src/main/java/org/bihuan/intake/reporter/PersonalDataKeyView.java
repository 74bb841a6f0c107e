package org.bihuan.intake.reporter;

import jakarta.validation.constraints.NotNull;

/**
 * What one key of the personal data has locked.
 *
 * @param key name of the key, eight hexadecimal digits that tell nothing of it; {@code unnamed} for
 *     what earlier builds have locked
 * @param current whether new reporters are locked with it
 * @param configured whether this replica has it
 * @param reporters how many are locked with it
 */
public record PersonalDataKeyView(
    @NotNull String key, boolean current, boolean configured, long reporters) {}
