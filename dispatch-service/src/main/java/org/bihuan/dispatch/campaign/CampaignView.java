package org.bihuan.dispatch.campaign;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.FreeText;
import org.bihuan.kit.web.Versioned;

/**
 * A campaign as clients see it.
 *
 * @param mechanismCode mechanism under which it is run, or {@code null} when it goes across several
 * @param categories codes of the categories of problems that it is about
 * @param from first day
 * @param to last day
 * @param target how many problems are to be solved
 * @param openedAt when it was recorded
 * @param conclusion what was said at its end, at most 2000 characters, or {@code null}
 * @param closedAt when it was closed, or {@code null} while it is open
 */
public record CampaignView(
    @NotNull UUID id,
    @NotNull String code,
    @NotNull String name,
    @NotNull CampaignStatus status,
    String mechanismCode,
    @NotNull List<String> categories,
    @NotNull LocalDate from,
    @NotNull LocalDate to,
    int target,
    @NotNull Instant openedAt,
    @FreeText String conclusion,
    Instant closedAt,
    long version)
    implements Versioned {

  /** The view of a campaign. */
  public static CampaignView of(Campaign campaign) {
    return new CampaignView(
        campaign.id(),
        campaign.code(),
        campaign.name(),
        campaign.status(),
        campaign.mechanismCode(),
        campaign.categoryCodes(),
        campaign.firstDay(),
        campaign.lastDay(),
        campaign.target(),
        campaign.openedAt(),
        campaign.conclusion(),
        campaign.closedAt(),
        campaign.version());
  }
}
