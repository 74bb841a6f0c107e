package org.bihuan.dispatch.notification.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.bihuan.dispatch.notification.recipient.NotificationKind;

/**
 * What a webhook is to be.
 *
 * @param url as with a new one
 * @param secret another one from the next call on; {@code null} to leave it as it is
 * @param kinds kinds of facts that are told, at least one
 * @param active whether it is called
 */
public record WebhookChange(
    @NotNull @Size(min = 8, max = 2000) String url,
    @Pattern(regexp = "whsec_[A-Za-z0-9+/]{32,88}={0,2}") String secret,
    @NotNull @Size(min = 1, max = 100) List<@NotNull NotificationKind> kinds,
    @NotNull Boolean active) {}
