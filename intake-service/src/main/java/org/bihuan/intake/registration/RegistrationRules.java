package org.bihuan.intake.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Role;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.attachment.Attachments;
import org.bihuan.intake.category.Categories;
import org.bihuan.intake.category.CategorySuggestion;
import org.bihuan.intake.channel.Channel;
import org.bihuan.intake.channel.Channels;
import org.bihuan.intake.location.Locations;
import org.bihuan.intake.location.Site;
import org.bihuan.intake.recognition.Recognised;
import org.bihuan.intake.recognition.Recognition;
import org.bihuan.intake.recognition.Suggestion;
import org.bihuan.intake.source.SourcePolicy;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.Unauthorized;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.time.DistrictTime;

/**
 * What a complaint must be to be taken in: bounds that need reference data, and who may use which
 * channel.
 */
@ApplicationScoped
class RegistrationRules {

  /** Clocks differ; a moment this far ahead is still "now". */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final Channels channels;
  private final Categories categories;
  private final Recognition recognition;
  private final Locations locations;
  private final Clock clock;
  private final Attachments attachments;

  RegistrationRules(
      Channels channels,
      Categories categories,
      Recognition recognition,
      Locations locations,
      Clock clock,
      Attachments attachments) {
    this.channels = channels;
    this.categories = categories;
    this.recognition = recognition;
    this.locations = locations;
    this.clock = clock;
    this.attachments = attachments;
  }

  /**
   * Refuses with all faults that the single fields do not show.
   *
   * @param caller who must have uploaded what the complaint names
   */
  void check(Caller caller, NewComplaint sent) {
    List<FieldError> faults = new ArrayList<>();
    Channel channel = channels.active(sent.channel()).orElse(null);
    if (channel == null) {
      faults.add(new FieldError("channel", "unknown-channel"));
    } else if (sent.sourceKind() != null
        && !channel.isTopDown()
        && sent.sourceKind() != SourceKind.CITIZEN) {
      faults.add(new FieldError("sourceKind", "source-not-of-channel"));
    }
    if (sent.sourceKind() == SourceKind.INSPECTION_FINDING
        || sent.sourceKind() == SourceKind.RELAPSE) {
      faults.add(new FieldError("sourceKind", "source-of-system"));
    }
    if (sent.categoryCode() != null && categories.active(sent.categoryCode()).isEmpty()) {
      faults.add(new FieldError("categoryCode", "unknown-category"));
    }
    if (sent.occurredAt() != null && sent.occurredAt().isAfter(clock.instant().plus(CLOCK_SKEW))) {
      faults.add(new FieldError("occurredAt", "in-the-future"));
    }
    faults.addAll(sourceFaults(channel, sent));
    faults.addAll(attachments.faults(sent.attachmentIds(), caller.subject()));
    faults.addAll(locations.faults(sent.location()));
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private List<FieldError> sourceFaults(Channel channel, NewComplaint sent) {
    if (sent.source() == null || channel == null) {
      return List.of();
    }
    return channel.isTopDown()
        ? SourcePolicy.faults(sourceKind(sent), sent.source(), DistrictTime.day(clock.instant()))
        : List.of(new FieldError("source", "source-not-of-channel"));
  }

  /** Refuses a caller who may not use the channel; {@code sent} has passed {@link #check}. */
  void admit(Caller caller, NewComplaint sent) {
    admitToChannel(caller, sent);
    if (sent.sourceRef() != null) {
      admitNumber(caller, sent);
    }
  }

  /**
   * A number of the channel's own counts only from who speaks for the channel: anybody else could
   * take numbers that the channel will need, or ask what is behind them.
   */
  private static void admitNumber(Caller caller, NewComplaint sent) {
    if (!caller.isVouchedFor()) {
      throw new Invalid("sourceRef", "needs-login");
    }
    boolean ownChannel = caller.values(Bound.CHANNEL).contains(sent.channel());
    if (!ownChannel && !caller.hasAnyRole(Role.SPECIAL_TEAM)) {
      throw new Forbidden("source-ref-not-yours", sent.channel());
    }
  }

  private void admitToChannel(Caller caller, NewComplaint sent) {
    Channel channel = channels.active(sent.channel()).orElseThrow();
    if (channel.isPublic()) {
      refuseOtherApp(caller, channel);
      return;
    }
    if (caller.isAnonymous()) {
      throw new Unauthorized();
    }
    if (caller.hasAnyRole(Role.SPECIAL_TEAM) || !channel.isTopDown() && isOf(channel, caller)) {
      return;
    }
    throw new Forbidden("channel-not-yours", sent.channel());
  }

  /** The account of an app sends by the channel of that app alone. */
  private static void refuseOtherApp(Caller caller, Channel channel) {
    boolean ofApp = !caller.isAnonymous() && !caller.isVouchedFor();
    if (ofApp && !caller.values(Bound.CHANNEL).contains(channel.code())) {
      throw new Forbidden("channel-not-yours", channel.code());
    }
  }

  /** A sub-district reports by every channel, a clerk by those the login names. */
  private static boolean isOf(Channel channel, Caller caller) {
    if (caller.hasAnyRole(Role.SUBDISTRICT)) {
      return !caller.bound(Bound.SUBDISTRICT).isEmpty();
    }
    return caller.hasAnyRole(Role.CHANNEL_CLERK)
        && caller.bound(Bound.CHANNEL).contains(channel.code());
  }

  /** The roles in which one sends a complaint by its channel, the one that counts first. */
  List<String> rights(Caller caller, NewComplaint sent) {
    return caller.values(Bound.CHANNEL).contains(sent.channel())
        ? List.of(Role.SPECIAL_TEAM, Role.CHANNEL_CLERK, Role.SUBDISTRICT)
        : List.of(Role.SPECIAL_TEAM, Role.SUBDISTRICT, Role.CHANNEL_CLERK);
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

  /** Where it is, by all that was sent. */
  Site site(NewComplaint sent) {
    return locations.site(
        sent.location(),
        sent.reporter(),
        sent.keptSubject(),
        sent.keptText(),
        sent.attachmentIds());
  }

  /** Whether a complaint about it may file itself, or the desk has to say where it is. */
  boolean isClear(Site site) {
    return locations.isClear(site);
  }

  /**
   * What a complaint is about.
   *
   * @param category the one that was sent with full confidence, or the likeliest one by the text
   * @param recognised what else the text says, or {@code null} when the category was sent
   * @param suggestions the likeliest categories by the text; none when nobody needed to know
   */
  record Matter(
      CategorySuggestion category,
      Recognised recognised,
      Optional<List<CategorySuggestion>> suggestions) {}

  /**
   * What was sent is about, by its text as it will be kept.
   *
   * @param waits whether it waits for a person whatever it is about, and so with suggestions
   */
  Matter matter(NewComplaint sent, boolean waits) {
    String subject = sent.keptSubject();
    String text = sent.keptText();
    Matter matter = matter(sent.categoryCode(), subject, text);
    return waits && matter.suggestions().isEmpty()
        ? new Matter(
            matter.category(),
            matter.recognised(),
            Optional.of(recognition.categories(subject, text)))
        : matter;
  }

  /** The category that was sent, or what the text seems to be about. */
  Matter matter(String sent, String subject, String text) {
    if (sent != null) {
      return new Matter(CategorySuggestion.sent(sent), null, Optional.empty());
    }
    Suggestion suggestion = recognition.of(subject, text);
    CategorySuggestion likeliest = suggestion.category();
    return new Matter(
        likeliest == null ? new CategorySuggestion(Categories.OTHER, 0, List.of()) : likeliest,
        suggestion.kept(),
        Optional.of(suggestion.categories()));
  }
}
