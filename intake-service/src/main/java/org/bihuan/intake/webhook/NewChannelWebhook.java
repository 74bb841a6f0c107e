package org.bihuan.intake.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A webhook that a channel did not have so far.
 *
 * @param url https address that is called, at most 2000 characters, on the public internet; hosts
 *     of {@code bihuan.webhooks.allowed-hosts} may be anywhere and be called by http
 * @param events what is told, at least one
 */
public record NewChannelWebhook(
    @NotNull @Size(min = 8, max = 2000) String url,
    @NotNull @Size(min = 1, max = 100) List<@NotNull ChannelEvent> events) {}
