package org.bihuan.intake.webhook.delivery;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.bihuan.kit.delivery.Attempt;

/**
 * A call of a channel's webhook with every attempt.
 *
 * @param delivery the call
 * @param body what is sent, JSON
 * @param log its attempts, oldest first
 */
public record ChannelDeliveryView(
    @NotNull ChannelDeliveryLine delivery, @NotNull String body, @NotNull List<Attempt> log) {}
