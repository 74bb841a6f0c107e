package org.bihuan.intake.recognition.model;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.bihuan.intake.recognition.Scope;
import org.bihuan.intake.recognition.learning.Figures;
import org.bihuan.intake.recognition.learning.Lesson;
import org.bihuan.intake.recognition.learning.Model;
import org.bihuan.intake.recognition.learning.ModelFile;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.refusal.Unprocessable;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.time.DistrictTime;

/** Trains models, compares them, and says which one is in force. */
@ApplicationScoped
class ModelDesk {

  /** With fewer on either side, figures say nothing [ours]. */
  private static final int FEWEST = 50;

  /** One in so many of what clerks decided is measured with and not learned from [ours]. */
  private static final int HELD_OUT_OF_DECIDED = 5;

  private final Models models;
  private final Teacher teacher;
  private final Decisions decisions;
  private final Caller caller;
  private final Clock clock;

  /** All lessons are held in memory while it learns, so a replica trains one model at a time. */
  private final Semaphore turn = new Semaphore(1);

  ModelDesk(Models models, Teacher teacher, Decisions decisions, Caller caller, Clock clock) {
    this.models = models;
    this.teacher = teacher;
    this.decisions = decisions;
    this.caller = caller;
    this.clock = clock;
  }

  /** All models trained here, newest first. */
  List<ModelView> list() {
    return QuarkusTransaction.joiningExisting()
        .call(() -> models.newestFirst().stream().map(one -> ModelView.of(one, null)).toList());
  }

  /**
   * Trains a model; it is in force when it is not worse than the one before. No transaction is open
   * while it learns.
   *
   * @throws Conflict {@code training-running}
   * @throws Unprocessable {@code too-few-lessons}
   */
  ModelView train(NewModel request) {
    if (!turn.tryAcquire()) {
      throw new Conflict("training-running");
    }
    try {
      return trained(request);
    } finally {
      turn.release();
    }
  }

  private ModelView trained(NewModel request) {
    teacher.check(request.messages());
    Lessons lessons = lessons(request);
    Model model = teacher.teach(nextVersion(), lessons.taught()).orElseThrow(ModelDesk::tooFew);
    Figures figures = teacher.examine(model, lessons.heldOut());
    Figures before =
        models.inForce().map(one -> teacher.examine(one, lessons.heldOut())).orElse(null);
    ModelView kept =
        QuarkusTransaction.joiningExisting()
            .call(() -> keep(model, figures, before, request.heldOutFrom()));
    models.follow();
    return kept;
  }

  /** What is learned from, and what is measured with. */
  private record Lessons(List<Lesson> taught, List<Lesson> heldOut) {}

  private Lessons lessons(NewModel request) {
    List<Lesson> taught = new ArrayList<>();
    List<Lesson> heldOut = new ArrayList<>();
    for (LabelledMessage message : request.messages()) {
      boolean early = message.receivedOn().isBefore(request.heldOutFrom());
      (early ? taught : heldOut).add(message.lesson());
    }
    for (Lesson one : QuarkusTransaction.joiningExisting().call(decisions::lessons)) {
      (isHeldOut(one) ? heldOut : taught).add(one);
    }
    refuseTooFew(taught);
    refuseTooFew(heldOut);
    refuseTooFewIntents(taught);
    return new Lessons(taught, heldOut);
  }

  /** By its text alone, so that what was once held out is never learned from. */
  private static boolean isHeldOut(Lesson decided) {
    return Math.floorMod(decided.text().hashCode(), HELD_OUT_OF_DECIDED) == 0;
  }

  /** Both kinds of scope and of category are needed, else there is nothing to tell apart. */
  private static void refuseTooFew(List<Lesson> lessons) {
    long ours = lessons.stream().filter(Lesson::hasCategory).count();
    long others = lessons.stream().filter(one -> one.scope() == Scope.OTHER_BODY).count();
    if (ours < FEWEST || others < FEWEST) {
      throw tooFew();
    }
  }

  /** Decisions say nothing of intents, so these have to come with the messages. */
  private static void refuseTooFewIntents(List<Lesson> taught) {
    if (taught.stream().filter(one -> one.intent() != null).count() < FEWEST) {
      throw tooFew();
    }
  }

  private static Unprocessable tooFew() {
    return new Unprocessable("too-few-lessons", FEWEST);
  }

  private ModelView keep(Model model, Figures figures, Figures before, LocalDate heldOutFrom) {
    Instant now = clock.instant();
    ModelVersion version =
        ModelVersion.of(model, figures, heldOutFrom, caller.actor().subject(), now);
    models.persist(version);
    if (before == null || !figures.isWorseThan(before)) {
      models.putInForce(version);
    }
    return ModelView.of(version, before);
  }

  private String nextVersion() {
    String day = DistrictTime.day(clock.instant()) + ".";
    long today =
        QuarkusTransaction.joiningExisting().call(() -> models.count("version like ?1", day + "%"));
    return day + (today + 1);
  }

  /** Puts a model in force again, whatever its figures; the shipped one too. */
  void putInForce(String version) {
    QuarkusTransaction.joiningExisting()
        .run(
            () -> {
              if (models.shippedCalled(version).isPresent()) {
                models.putShippedInForce();
              } else {
                models.putInForce(existing(version));
              }
            });
    models.follow();
  }

  /** The lines of a model, zipped, as reference data can ship them. */
  byte[] content(String version) {
    return models
        .shippedCalled(version)
        .map(ModelFile::bytes)
        .orElseGet(
            () -> QuarkusTransaction.joiningExisting().call(() -> existing(version).content()));
  }

  private ModelVersion existing(String version) {
    return models
        .findByIdOptional(version)
        .orElseThrow(() -> new NotFound("recognition-model-not-found", version));
  }
}
