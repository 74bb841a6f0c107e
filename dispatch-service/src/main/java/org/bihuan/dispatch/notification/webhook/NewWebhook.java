package org.bihuan.dispatch.notification.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.bihuan.dispatch.notification.recipient.NotificationKind;

/**
 * A webhook that there was not so far.
 *
 * @param url https address that is called, at most 2000 characters, on the public internet; hosts
 *     of {@code bihuan.webhooks.allowed-hosts} may be anywhere and be called by http
 * @param secret with which calls are signed: {@code whsec_} and 24 to 64 random bytes in base64. It
 *     is never shown again
 * @param kinds kinds of facts that are told, at least one
 */
public record NewWebhook(
    @NotNull @Size(min = 8, max = 2000) String url,
    @NotNull @Pattern(regexp = "whsec_[A-Za-z0-9+/]{32,88}={0,2}") String secret,
    @NotNull @Size(min = 1, max = 100) List<@NotNull NotificationKind> kinds) {}
