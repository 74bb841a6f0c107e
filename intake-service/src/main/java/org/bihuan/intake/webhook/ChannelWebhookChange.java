package org.bihuan.intake.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a webhook is to be.
 *
 * @param url as with a new one
 * @param events what is told, at least one
 * @param active whether it is called
 */
public record ChannelWebhookChange(
    @NotNull @Size(min = 8, max = 2000) String url,
    @NotNull @Size(min = 1, max = 100) List<@NotNull ChannelEvent> events,
    @NotNull Boolean active) {}
