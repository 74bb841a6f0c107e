package org.bihuan.dispatch.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.campaign.ProgressView.OutcomeSum;
import org.bihuan.dispatch.campaign.ProgressView.ProgressRow;
import org.bihuan.dispatch.reply.MeasureUnit;
import org.bihuan.dispatch.reply.Outcome.Qualifier;

/**
 * Counts what campaigns have done, with one query for each grouping, all over the same rows: the
 * points of the list, each with its item, and the items that came without a point.
 */
@ApplicationScoped
@Transactional
public class ProgressReading {

  private static final String WORK =
      """
      with work as (
        select p.category_code, p.subdistrict_code, p.key_area, p.status as point_status, p.measures is not null as planned,
               p.item_id, i.status as item_status
        from campaign_point p left join order_item i on i.id = p.item_id
        where p.campaign_id = :campaign and (:everywhere or p.key_area = :area)
        union all
        select i.category_code, i.subdistrict_code, null, null, false, i.id, i.status
        from campaign_item m join order_item i on i.id = m.item_id
        where m.campaign_id = :campaign and :everywhere and m.left_at is null and i.status <> 'CANCELLED'
          and not exists (
            select 1 from campaign_point p where p.campaign_id = m.campaign_id and p.item_id = m.item_id)
      )
      """;

  private static final String ROWS =
      """
      select %1$s, count(point_status), count(*) filter (where point_status <> 'LISTED'),
             count(*) filter (where point_status = 'NOT_NEEDED'), count(*) filter (where planned), count(item_id),
             count(*) filter (where point_status is distinct from 'NOT_NEEDED'),
             count(*) filter (where item_status = 'WRITTEN_OFF')
      from work group by %1$s order by %1$s
      """;

  /** A name counts as the same whatever its blanks, width and case. */
  private static final String OUTCOMES =
      """
      select min(o.measure), o.unit, sum(o.quantity), bool_or(o.qualifier = 'AT_LEAST'), count(distinct w.item_id)
      from work w
      join lateral (
        select r.id from reply r
        where r.item_id = w.item_id and r.kind = 'FINAL' and r.decision in ('ACCEPTED', 'ACCEPTED_WITH_STANDING_DEMAND')
        order by r.id desc limit 1) accepted on true
      join reply_outcome o on o.reply_id = accepted.id
      where w.item_status = 'WRITTEN_OFF'
      group by lower(regexp_replace(normalize(o.measure, NFKC), '\\s', '', 'g')), o.unit
      order by 1, 2
      """;

  private final Campaigns campaigns;
  private final EntityManager entities;
  private final Clock clock;

  ProgressReading(Campaigns campaigns, EntityManager entities, Clock clock) {
    this.campaigns = campaigns;
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * How far a campaign is.
   *
   * @param keyArea name of the key area that alone counts, or {@code null} for all of it
   */
  ProgressView read(UUID campaignId, String keyArea) {
    Campaign campaign = campaigns.found(campaignId);
    List<ProgressRow> byCategory = rows("category_code", campaignId, keyArea);
    return new ProgressView(
        clock.instant(),
        campaign.target(),
        byCategory.stream().mapToInt(ProgressRow::done).sum(),
        byCategory,
        rows("subdistrict_code", campaignId, keyArea),
        rows("key_area", campaignId, keyArea),
        outcomes(campaignId, keyArea));
  }

  /** The categories of what a campaign has taken in. */
  List<String> categoriesIn(UUID campaignId) {
    return rows("category_code", campaignId, null).stream().map(ProgressRow::code).toList();
  }

  /** How many items a campaign has. */
  int itemsIn(UUID campaignId) {
    return rows("category_code", campaignId, null).stream().mapToInt(ProgressRow::items).sum();
  }

  private List<ProgressRow> rows(String column, UUID campaignId, String keyArea) {
    return asked(ROWS.formatted(column), campaignId, keyArea).stream()
        .map(
            row ->
                new ProgressRow(
                    (String) row[0],
                    number(row[1]),
                    number(row[2]),
                    number(row[3]),
                    number(row[4]),
                    number(row[5]),
                    number(row[6]),
                    number(row[7])))
        .toList();
  }

  private List<OutcomeSum> outcomes(UUID campaignId, String keyArea) {
    return asked(OUTCOMES, campaignId, keyArea).stream()
        .map(
            row ->
                new OutcomeSum(
                    (String) row[0],
                    MeasureUnit.valueOf((String) row[1]),
                    plain((BigDecimal) row[2]),
                    (Boolean) row[3] ? Qualifier.AT_LEAST : Qualifier.EXACT,
                    number(row[4])))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> asked(String question, UUID campaignId, String keyArea) {
    Query query =
        entities
            .createNativeQuery(WORK + question, Object[].class)
            .setParameter("campaign", campaignId)
            .setParameter("everywhere", keyArea == null)
            .setParameter("area", keyArea == null ? "" : keyArea);
    return query.getResultList();
  }

  private static int number(Object count) {
    return Math.toIntExact((Long) count);
  }

  /** 4810 and not 4810.000. */
  private static BigDecimal plain(BigDecimal sum) {
    BigDecimal stripped = sum.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
