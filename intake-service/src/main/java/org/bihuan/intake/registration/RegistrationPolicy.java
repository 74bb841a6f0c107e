package org.bihuan.intake.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.contract.Place;
import org.bihuan.contract.Role;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.category.Categories;
import org.bihuan.intake.category.Category;
import org.bihuan.intake.category.CategorySuggestion;
import org.bihuan.intake.channel.Channel;
import org.bihuan.intake.channel.Channels;
import org.bihuan.intake.complaint.Site;
import org.bihuan.intake.subdistrict.Places;
import org.bihuan.kit.geo.Crs;
import org.bihuan.kit.refusal.Fault;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.Unauthorized;
import org.bihuan.kit.security.Caller;

/**
 * What a complaint must be to be taken in: bounds that need reference data, and who may use which
 * channel.
 */
@ApplicationScoped
class RegistrationPolicy {

  /** Clocks differ; a moment this far ahead is still "now". */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final Channels channels;
  private final Categories categories;
  private final Places places;

  RegistrationPolicy(Channels channels, Categories categories, Places places) {
    this.channels = channels;
    this.categories = categories;
    this.places = places;
  }

  /** Refuses with all faults that the single fields do not show. */
  void check(NewComplaint sent, Instant now) {
    List<Fault> faults = new ArrayList<>();
    Channel channel = channels.active(sent.channel()).orElse(null);
    if (channel == null) {
      faults.add(new Fault("channel", "unknown-channel"));
    } else if (sent.sourceKind() != null
        && !channel.isTopDown()
        && sent.sourceKind() != SourceKind.CITIZEN) {
      faults.add(new Fault("sourceKind", "source-not-of-channel"));
    }
    if (sent.sourceKind() == SourceKind.INSPECTION_FINDING
        || sent.sourceKind() == SourceKind.RELAPSE) {
      faults.add(new Fault("sourceKind", "source-of-system"));
    }
    if (sent.categoryCode() != null && categories.active(sent.categoryCode()).isEmpty()) {
      faults.add(new Fault("categoryCode", "unknown-category"));
    }
    if (sent.occurredAt() != null && sent.occurredAt().isAfter(now.plus(CLOCK_SKEW))) {
      faults.add(new Fault("occurredAt", "in-the-future"));
    }
    if (sent.attachmentIds() != null && !sent.attachmentIds().isEmpty()) {
      faults.add(new Fault("attachmentIds", "unknown-attachment"));
    }
    checkLocation(sent.location(), faults);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private void checkLocation(NewLocation location, List<Fault> faults) {
    if (location == null) {
      return;
    }
    boolean some =
        location.longitude() != null || location.latitude() != null || location.crs() != null;
    boolean all =
        location.longitude() != null && location.latitude() != null && location.crs() != null;
    if (some && !all) {
      faults.add(new Fault("location", "point-incomplete"));
    }
    if (all) {
      places
          .doubt(location.crs(), location.longitude(), location.latitude())
          .ifPresent(doubt -> faults.add(new Fault("location", doubt.fault())));
    }
    if (location.subdistrictCode() != null && !places.isSubdistrict(location.subdistrictCode())) {
      faults.add(new Fault("location.subdistrictCode", "unknown-subdistrict"));
    }
    if (location.communityCode() != null) {
      String subdistrict = places.subdistrictOf(location.communityCode());
      if (subdistrict == null) {
        faults.add(new Fault("location.communityCode", "unknown-community"));
      } else if (location.subdistrictCode() != null
          && !subdistrict.equals(location.subdistrictCode())) {
        faults.add(new Fault("location.communityCode", "community-elsewhere"));
      }
    }
  }

  /** Refuses a caller who may not use the channel; {@code sent} has passed {@link #check}. */
  void admit(Caller caller, NewComplaint sent) {
    Channel channel = channels.active(sent.channel()).orElseThrow();
    if (channel.isPublic()) {
      return;
    }
    if (caller.isAnonymous()) {
      throw new Unauthorized();
    }
    boolean ownChannel = caller.claim("channel").map(sent.channel()::equals).orElse(true);
    boolean role =
        channel.isTopDown()
            ? caller.hasAnyRole(Role.SPECIAL_TEAM)
            : caller.hasAnyRole(Role.CHANNEL_CLERK, Role.SPECIAL_TEAM, Role.SUBDISTRICT);
    if (!role || !ownChannel) {
      throw new Forbidden("channel-not-yours", sent.channel());
    }
  }

  /**
   * Who found it, where the sender does not say: a citizen, or at the special team's desk the team
   * itself.
   */
  SourceKind sourceKind(NewComplaint sent) {
    if (sent.sourceKind() != null) {
      return sent.sourceKind();
    }
    return channels.active(sent.channel()).orElseThrow().isTopDown()
        ? SourceKind.SPECIAL_TEAM
        : SourceKind.CITIZEN;
  }

  /**
   * The site that was sent, its point in WGS-84; the sub-district follows from the community when
   * only that is given.
   */
  Site site(NewLocation sent) {
    if (sent == null) {
      return Site.of(new Place(null, null, null, null, null));
    }
    String subdistrict =
        sent.subdistrictCode() == null && sent.communityCode() != null
            ? places.subdistrictOf(sent.communityCode())
            : sent.subdistrictCode();
    if (sent.longitude() == null) {
      return Site.of(
          new Place(sent.address(), subdistrict, sent.communityCode(), null, null),
          sent.gridCode(),
          null,
          null);
    }
    Crs.Point point = sent.crs().toWgs84(sent.longitude(), sent.latitude());
    Place place =
        new Place(
            sent.address(), subdistrict, sent.communityCode(), point.longitude(), point.latitude());
    return Site.of(
        place, sent.gridCode(), new Crs.Point(sent.longitude(), sent.latitude()), sent.crs());
  }

  /** The category that was sent, or the one the text speaks of. */
  CategorySuggestion category(String sent, String subject, String text) {
    return sent == null
        ? CategorySuggestion.forText(
            subject == null ? text : subject + " " + text, categories.ordered())
        : new CategorySuggestion(sent, 1);
  }

  Category categoryNamed(String code) {
    return categories.active(code).orElseThrow();
  }
}
