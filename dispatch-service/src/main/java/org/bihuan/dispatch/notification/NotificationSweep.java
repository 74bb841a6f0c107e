package org.bihuan.dispatch.notification;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.dispatch.notification.recipient.NotificationKind;
import org.bihuan.dispatch.notification.recipient.Recipient;
import org.bihuan.dispatch.notification.recipient.Recipients;

/**
 * Tells the facts that wait: each recipient once, and what is much at a time in one message. A fact
 * is removed in the transaction that tells it. One replica at a time does so, or two would each
 * tell a part of what belongs together.
 */
@ApplicationScoped
class NotificationSweep {

  private static final int MOST_AT_ONCE = 5000;

  private final WaitingFacts facts;
  private final Notifications notifications;
  private final Recipients recipients;
  private final List<Outlet> outlets;
  private final NotificationConfig config;
  private final Clock clock;

  NotificationSweep(
      WaitingFacts facts,
      Notifications notifications,
      Recipients recipients,
      @All List<Outlet> outlets,
      NotificationConfig config,
      Clock clock) {
    this.facts = facts;
    this.notifications = notifications;
    this.recipients = recipients;
    this.outlets = outlets;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    QuarkusTransaction.requiringNew().run(this::tellWhatWaits);
  }

  @Scheduled(every = "1h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
  void forget() {
    QuarkusTransaction.requiringNew()
        .run(() -> notifications.forgetBefore(clock.instant().minus(config.kept())));
  }

  private void tellWhatWaits() {
    if (!facts.claimTelling()) {
      return;
    }
    List<NotificationKind> kinds =
        facts.ready(config.few(), config.settled(), config.longestWait());
    if (kinds.isEmpty()) {
      return;
    }
    List<WaitingFact> waiting = facts.oldest(kinds, MOST_AT_ONCE);
    waiting.stream()
        .collect(Collectors.groupingBy(WaitingFact::kind, LinkedHashMap::new, Collectors.toList()))
        .forEach(this::tell);
    facts.remove(waiting);
  }

  private void tell(NotificationKind kind, List<WaitingFact> told) {
    Instant now = clock.instant();
    Map<Recipient, List<WaitingFact>> byRecipient = new LinkedHashMap<>();
    for (WaitingFact fact : told) {
      recipients
          .of(kind, fact.concerned())
          .forEach(
              each -> byRecipient.computeIfAbsent(each, recipient -> new ArrayList<>()).add(fact));
    }
    byRecipient.forEach(
        (recipient, its) ->
            News.of(kind, its, config.few()).forEach(news -> put(news, recipient, now)));
    List<News> all = News.of(kind, told, config.few());
    outlets.forEach(outlet -> outlet.systems(kind, all, now));
  }

  private void put(News news, Recipient recipient, Instant now) {
    Notification notification = Notification.of(news, recipient, now);
    notifications.persist(notification);
    outlets.forEach(outlet -> outlet.people(notification, now));
  }
}
