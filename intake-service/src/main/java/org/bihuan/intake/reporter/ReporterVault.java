package org.bihuan.intake.reporter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bihuan.kit.refusal.Conflict;
import org.jboss.logging.Logger;

/**
 * Keeps names and phone numbers encrypted, each bound to its complaint and field, and findable by
 * exact number. PIPL asks for encryption, de-identification and access control.
 */
@ApplicationScoped
public class ReporterVault {

  private static final Logger LOG = Logger.getLogger(ReporterVault.class);

  /** Before the complaint's id: where a name is kept. */
  static final String NAME = "complaint.reporter_name ";

  /** The same of a phone number. */
  static final String PHONE = "complaint.reporter_phone ";

  /** What stands in place of a value that no key opens. */
  private static final String UNREADABLE = "***";

  /** After so many different complaints the log says no more. */
  private static final int MOST_LOGGED = 10_000;

  private final PersonalKeys keys;
  private final Counter unreadable;
  private final Set<UUID> logged = ConcurrentHashMap.newKeySet();

  ReporterVault(PersonalKeys keys, MeterRegistry metrics) {
    this.keys = keys;
    this.unreadable = metrics.counter("bihuan.personal.data.unreadable");
  }

  /**
   * Locks away what was sent; an anonymous reporter leaves nothing behind.
   *
   * @param complaintId the complaint it is sent with, and the only one it can be read with
   */
  public Reporter lock(UUID complaintId, NewReporter sent) {
    if (sent == null || Boolean.TRUE.equals(sent.anonymous())) {
      return new Reporter(
          null, null, null, true, sent != null && Boolean.TRUE.equals(sent.confidential()), false);
    }
    return new Reporter(
        sent.name() == null ? null : keys.lock(NAME + complaintId, sent.name()),
        sent.phone() == null ? null : keys.lock(PHONE + complaintId, sent.phone()),
        sent.phone() == null ? null : phoneHash(keys.current(), sent.phone()),
        false,
        Boolean.TRUE.equals(sent.confidential()),
        Boolean.TRUE.equals(sent.wantsCallback()));
  }

  /**
   * What everyone who may see the complaint sees of its reporter; stars for what cannot be read.
   */
  public ReporterView masked(UUID complaintId, Reporter reporter) {
    Opened opened = open(complaintId, reporter);
    return new ReporterView(
        opened.name().isReadable() ? Masking.name(opened.name().text()) : UNREADABLE,
        opened.phone().isReadable() ? Masking.phone(opened.phone().text()) : UNREADABLE,
        reporter.isAnonymous(),
        reporter.isConfidential(),
        reporter.wantsCallback(),
        opened.isReadable() ? null : true);
  }

  /**
   * Everything, for one who gave a reason that is on record.
   *
   * @throws Conflict when something of it cannot be read
   */
  public ReporterView inFull(UUID complaintId, Reporter reporter) {
    Opened opened = open(complaintId, reporter);
    if (!opened.isReadable()) {
      throw new Conflict("reporter-unreadable", complaintId);
    }
    return new ReporterView(
        opened.name().text(),
        opened.phone().text(),
        reporter.isAnonymous(),
        reporter.isConfidential(),
        reporter.wantsCallback(),
        null);
  }

  /**
   * The reporter as sent, to take name and number out of a text.
   *
   * @throws Conflict {@code reporter-unreadable}: what cannot be read cannot be taken out
   */
  public NewReporter unlocked(UUID complaintId, Reporter reporter) {
    ReporterView full = inFull(complaintId, reporter);
    return new NewReporter(full.name(), full.phone(), null, null, null);
  }

  /**
   * The reporter as sent, to take name and number out of a text; none where that cannot be read,
   * and so cannot be taken out.
   */
  public Optional<NewReporter> ifReadable(UUID complaintId, Reporter reporter) {
    Opened opened = open(complaintId, reporter);
    return opened.isReadable() ? Optional.of(opened.sent()) : Optional.empty();
  }

  /** What can be read of the reporter, to take it out of a text that is shown all the same. */
  public NewReporter readable(UUID complaintId, Reporter reporter) {
    return open(complaintId, reporter).sent();
  }

  /**
   * Keyed fingerprints of texts, equal for equal texts and unreadable without the key.
   *
   * @param key name of the key
   */
  public record Fingerprints(int key, List<byte[]> ofTexts) {}

  /** Fingerprints under each configured key, the current one first. */
  public Stream<Fingerprints> fingerprints(List<String> texts) {
    return keys.all().stream()
        .map(key -> new Fingerprints(key.id(), texts.stream().map(key::fingerprint).toList()));
  }

  /**
   * Fingerprints of a phone number under all configured keys, by which complaints of the same
   * number are found, whichever key they are locked with.
   */
  public List<byte[]> phoneHashes(String phone) {
    return keys.all().stream().map(key -> phoneHash(key, phone)).toList();
  }

  /** Fingerprint of a phone number, the same with and without a dash. */
  static byte[] phoneHash(PersonalKey key, String phone) {
    return key.fingerprint(phone.replace("-", ""));
  }

  /**
   * @param text {@code null} when nothing is kept, or nothing can be read
   */
  private record Field(String text, boolean isReadable) {}

  private record Opened(Field name, Field phone) {
    boolean isReadable() {
      return name.isReadable() && phone.isReadable();
    }

    NewReporter sent() {
      return new NewReporter(name.text(), phone.text(), null, null, null);
    }
  }

  private Opened open(UUID complaintId, Reporter reporter) {
    Opened opened =
        new Opened(
            open(NAME + complaintId, reporter.name()), open(PHONE + complaintId, reporter.phone()));
    if (!opened.isReadable()) {
      unreadable.increment();
      if (logged.size() < MOST_LOGGED && logged.add(complaintId)) {
        LOG.errorf(
            "The reporter of complaint %s cannot be read: locked with a key that is not"
                + " configured, or changed in the database",
            complaintId);
      }
    }
    return opened;
  }

  private Field open(String place, byte[] locked) {
    return locked == null
        ? new Field(null, true)
        : keys.open(place, locked)
            .map(text -> new Field(text, true))
            .orElseGet(() -> new Field(null, false));
  }
}
