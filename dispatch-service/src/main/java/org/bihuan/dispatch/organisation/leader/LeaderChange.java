package org.bihuan.dispatch.organisation.leader;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The new state of a leader. What the leader has led to an end stays under the name and post of
 * then.
 *
 * @param name 1 to 50 characters
 * @param post what the leader is, 1 to 60 characters, such as 副区长
 * @param bodyCode code or name of the leading body that the leader belongs to
 */
public record LeaderChange(
    @NotNull @Size(min = 1, max = 50) String name,
    @NotNull @Size(min = 1, max = 60) String post,
    @NotNull @Size(min = 1, max = 60) String bodyCode) {}
