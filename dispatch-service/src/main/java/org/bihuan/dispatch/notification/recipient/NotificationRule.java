package org.bihuan.dispatch.notification.recipient;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Who is told of a kind of fact (预警接收人), and whether by more than the inbox. Reference data;
 * without a rule nobody is told.
 */
@Entity
@Table(name = "notification_rule")
public class NotificationRule {

  @Id
  @Enumerated(EnumType.STRING)
  private NotificationKind kind;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(columnDefinition = "text[]")
  private List<RecipientKind> recipients;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(columnDefinition = "text[]")
  private List<Channel> channels;

  private int position;

  protected NotificationRule() {}

  /** A rule in the place the reference file gives it. */
  public static NotificationRule of(
      NotificationKind kind, List<RecipientKind> recipients, List<Channel> channels, int position) {
    NotificationRule rule = new NotificationRule();
    rule.kind = kind;
    rule.recipients = List.copyOf(recipients);
    rule.channels = List.copyOf(channels);
    rule.position = position;
    return rule;
  }

  public NotificationKind kind() {
    return kind;
  }

  public List<RecipientKind> recipients() {
    return recipients;
  }

  /** Channels beside the inbox, SMS or WECHAT. */
  public List<Channel> channels() {
    return channels;
  }
}
