package org.bihuan.intake.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Place;
import org.bihuan.contract.Role;
import org.bihuan.intake.category.CategorySuggestion;
import org.bihuan.intake.complaint.ComplaintView.GivenFeedback;
import org.bihuan.intake.location.Site;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.recognition.Recognition;
import org.bihuan.intake.recognition.Suggestion;
import org.bihuan.intake.reporter.Masking;
import org.bihuan.intake.reporter.NewReporter;
import org.bihuan.intake.reporter.ReporterVault;
import org.bihuan.intake.reporter.ReporterView;
import org.bihuan.intake.subdistrict.PlacedBy;
import org.bihuan.intake.subdistrict.area.Areas;
import org.bihuan.kit.lifecycle.Action;
import org.bihuan.kit.paging.AnyOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.privacy.FreeTexts;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/**
 * Which complaints the caller may see and what of them: a sub-district its own (those that only a
 * name places once they are a problem), a clerk or machine of a channel those of its channel.
 */
@ApplicationScoped
public class ComplaintReading {

  private static final String[] SEE_THE_DISTRICT = {
    Role.SPECIAL_TEAM, Role.ADMIN, Role.TOP_LEADER, Role.COMMITTEE_INSPECTOR
  };

  /** Those whose work is looked at again. */
  private static final Set<String> FORESEE_NOTHING =
      Set.of(Role.UNIT_HANDLER, Role.UNIT_LEADER, Role.SUBDISTRICT);

  private final Complaints complaints;
  private final Recognition recognition;
  private final Areas areas;
  private final ReporterVault vault;
  private final Caller caller;
  private final IfMatch ifMatch;

  ComplaintReading(
      Complaints complaints,
      Recognition recognition,
      Areas areas,
      ReporterVault vault,
      Caller caller,
      IfMatch ifMatch) {
    this.complaints = complaints;
    this.recognition = recognition;
    this.areas = areas;
    this.vault = vault;
    this.caller = caller;
    this.ifMatch = ifMatch;
  }

  Page<ComplaintView> page(ComplaintFilter filter) {
    Set<String> roles = caller.roles();
    Page<Complaint> page =
        complaints.page(filter.narrow(criteria(), isAsWrittenFor(roles)), filter);
    Map<UUID, GivenFeedback> feedback = feedbackOn(page.items(), roles);
    return page.map(complaint -> view(complaint, roles, feedback.get(complaint.id())));
  }

  /**
   * A complaint the caller may see.
   *
   * @throws NotFound when there is none, or none that the caller may know of
   */
  public Complaint visible(UUID id) {
    return complaints
        .visible(id, criteria())
        .orElseThrow(() -> new NotFound("complaint-not-found", id));
  }

  /** Whether the caller, whose role reads complaints, may see this one. */
  public boolean sees(UUID id) {
    return complaints.visible(id, criteria()).isPresent();
  }

  /** The complaint, when the caller knows its present version. */
  public Complaint toActOn(UUID id) {
    Complaint complaint = visible(id);
    ifMatch.check(complaint.version());
    return complaint;
  }

  /** The complaint, when the caller names its present version. */
  public Complaint toChange(UUID id) {
    Complaint complaint = visible(id);
    ifMatch.require(complaint.version());
    return complaint;
  }

  /** The caller as ledger and events name it. */
  public Actor actor() {
    return caller.actor();
  }

  /** The complaint with its reporter masked and what the caller may do next. */
  public ComplaintView full(Complaint complaint) {
    // What was changed gets its new version when it is written.
    complaints.flush();
    return view(complaint, caller.roles());
  }

  /** The complaint as somebody with these roles sees it. */
  public ComplaintView view(Complaint complaint, Set<String> roles) {
    return view(complaint, roles, feedbackOn(List.of(complaint), roles).get(complaint.id()));
  }

  private ComplaintView view(Complaint complaint, Set<String> roles, GivenFeedback feedback) {
    UnaryOperator<String> masking = masking(complaint, roles);
    return view(
        complaint,
        roles,
        masking,
        feedback,
        waits(complaint) ? suggested(complaint, masking) : List.of());
  }

  /**
   * What reporters said after the write-off. Whoever speaks for a unit or a sub-district does not
   * learn of it: what is not solved is looked at again, which nobody there is to foresee.
   */
  private Map<UUID, GivenFeedback> feedbackOn(List<Complaint> shown, Set<String> roles) {
    return FORESEE_NOTHING.stream().anyMatch(roles::contains)
        ? Map.of()
        : complaints.feedbackOn(
            shown.stream().filter(Complaint::isWrittenOff).map(Complaint::id).toList());
  }

  /**
   * The complaint as somebody with these roles sees it, right after its text was recognised.
   *
   * @param suggestions the likeliest categories of its text as it was written
   */
  public ComplaintView view(
      Complaint complaint, Set<String> roles, List<CategorySuggestion> suggestions) {
    if (!waits(complaint)) {
      return view(complaint, roles);
    }
    UnaryOperator<String> masking = masking(complaint, roles);
    boolean readsTheSame =
        complaint.text().equals(masking.apply(complaint.text()))
            && Objects.equals(complaint.subject(), masking.apply(complaint.subject()));
    return readsTheSame
        ? view(complaint, roles, masking, null, suggestions)
        : view(complaint, roles);
  }

  /** By its text as it is shown: what led to a suggestion is shown too, and is in no other text. */
  private List<CategorySuggestion> suggested(Complaint complaint, UnaryOperator<String> masking) {
    return recognition.categories(
        masking.apply(complaint.subject()), masking.apply(complaint.text()));
  }

  private static boolean waits(Complaint complaint) {
    return complaint.status() == ComplaintStatus.RECEIVED;
  }

  private ComplaintView view(
      Complaint complaint,
      Set<String> roles,
      UnaryOperator<String> masking,
      GivenFeedback feedback,
      List<CategorySuggestion> suggestions) {
    boolean waits = waits(complaint);
    boolean takesComplaints = isAsWrittenFor(roles);
    return ComplaintView.of(
        complaint,
        // Who has the code answers, and erases, in the reporter's place.
        takesComplaints ? complaint.trackingCode() : null,
        masking,
        reporter(complaint, takesComplaints),
        feedback,
        suggestions,
        // Who has not logged in learns of no other person's problem.
        waits && !roles.isEmpty() ? complaint.likelyProblem().map(Problem::id).orElse(null) : null,
        Caller.allowed(complaint.allowedActions(), roles).stream().map(Action::name).toList());
  }

  /**
   * What its text, as the caller may read it, seems to be about by the model in force now, and
   * where its point lies on the map.
   */
  Suggestion suggestion(Complaint complaint) {
    UnaryOperator<String> masking = masking(complaint, caller.roles());
    Suggestion byText =
        recognition.of(masking.apply(complaint.subject()), masking.apply(complaint.text()));
    return complaint.site().point().flatMap(areas::at).map(byText::at).orElse(byText);
  }

  /**
   * Whether somebody with these roles reads what was sent to the letter. An anonymous sender is
   * told what was just sent.
   */
  public static boolean isAsWrittenFor(Set<String> roles) {
    return roles.isEmpty() || FreeTexts.areReadAsWrittenBy(roles);
  }

  /** Where it is, as others may know it. */
  public Place maskedPlace(Complaint complaint) {
    return complaint.site().place(masking(complaint));
  }

  /**
   * What its reporter has said, as the caller may read it.
   *
   * @param text may be {@code null}
   */
  public String readable(Complaint complaint, String text) {
    return masking(complaint, caller.roles()).apply(text);
  }

  /** What it says, as others may read it. */
  public String maskedText(Complaint complaint) {
    return masking(complaint).apply(complaint.text());
  }

  /** What was last said to the reporter, as others may read it; {@code null} when nothing was. */
  public String maskedNote(Complaint complaint) {
    return complaint.noteToReporter() == null
        ? null
        : masking(complaint).apply(complaint.noteToReporter());
  }

  private UnaryOperator<String> masking(Complaint complaint, Set<String> roles) {
    return isAsWrittenFor(roles) ? UnaryOperator.identity() : masking(complaint);
  }

  private UnaryOperator<String> masking(Complaint complaint) {
    NewReporter reporter = vault.readable(complaint.id(), complaint.reporter());
    return text -> Masking.text(text, reporter);
  }

  /** A reporter who asked for confidence is known to those who took the complaint, to no other. */
  private ReporterView reporter(Complaint complaint, boolean takesComplaints) {
    ReporterView masked = vault.masked(complaint.id(), complaint.reporter());
    return masked.confidential() && !takesComplaints ? masked.withheld() : masked;
  }

  /** Which complaints the caller may see, to be asked where the request is out of reach. */
  public Predicate<Complaint> sight() {
    boolean district = caller.hasAnyRole(SEE_THE_DISTRICT);
    Set<String> channels = own(Role.CHANNEL_CLERK, Bound.CHANNEL);
    Set<String> subdistricts = own(Role.SUBDISTRICT, Bound.SUBDISTRICT);
    return complaint ->
        district || channels.contains(complaint.channel()) || isOf(subdistricts, complaint);
  }

  /**
   * A name in a text may be that of whom it is about, so it shows nothing to a sub-district until
   * the complaint has become a problem.
   */
  private static boolean isOf(Set<String> subdistricts, Complaint complaint) {
    Site site = complaint.site();
    return site.place().subdistrictCode() != null
        && subdistricts.contains(site.place().subdistrictCode())
        && (site.placing().by() != PlacedBy.NAME || complaint.problem().isPresent());
  }

  private Set<String> own(String role, Bound bound) {
    return caller.hasAnyRole(role) ? caller.values(bound) : Set.of();
  }

  private Criteria criteria() {
    if (caller.hasAnyRole(SEE_THE_DISTRICT)) {
      return new Criteria();
    }
    AnyOf own = new AnyOf();
    if (caller.hasAnyRole(Role.CHANNEL_CLERK)) {
      own.or("e.channel in %s", caller.bound(Bound.CHANNEL));
    }
    if (caller.hasAnyRole(Role.SUBDISTRICT)) {
      // As in isOf.
      own.or(
          "e.site.subdistrictCode in %s and (e.site.placing.by is null or e.site.placing.by <> %s"
              + " or e.problem is not null)",
          caller.bound(Bound.SUBDISTRICT), PlacedBy.NAME);
    }
    return own.criteria();
  }
}
