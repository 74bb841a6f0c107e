package org.bihuan.inspection;

import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.contract.Actor;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.IntakeEvent.AttachmentStored;

/** Photos that intake has told of, and that are known here. */
public final class StoredAttachment {

  public static final String SHA256 = "5".repeat(64);

  private StoredAttachment() {}

  /** A photo that {@code subject} has uploaded. */
  public static UUID by(String subject) {
    return by(subject, Instant.now().plus(Duration.ofHours(24)));
  }

  /** The same, usable until some moment. */
  public static UUID by(String subject, Instant usableUntil) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Facts.tell(fact(id, subject, usableUntil));
    await().atMost(Duration.ofSeconds(20)).until(() -> isKnown(id));
    return id;
  }

  /** What intake tells of a photo. */
  public static AttachmentStored fact(UUID id, String subject, Instant usableUntil) {
    return new AttachmentStored(
        id,
        "image/jpeg",
        1000,
        SHA256,
        null,
        null,
        usableUntil,
        Instant.now(),
        new Actor("INSPECTOR", null, subject));
  }

  public static AttachedFile told(UUID id) {
    return new AttachedFile(id, SHA256);
  }

  private static boolean isKnown(UUID id) throws SQLException {
    DataSource database = Arc.container().instance(DataSource.class).get();
    try (Connection connection = database.getConnection();
        PreparedStatement found =
            connection.prepareStatement("select 1 from attachment where id = ?")) {
      found.setObject(1, id);
      return found.executeQuery().next();
    }
  }
}
