package org.bihuan.intake.feedback.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.FeedbackWay;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.intake.feedback.FeedbackTaking;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.security.Caller;

/** Plans call-backs when a problem is written off, and takes down what came of them. */
@ApplicationScoped
@Transactional
public class CallBackDesk {

  private final CallBacks calls;
  private final CallBackAccess access;
  private final CallBackPolicy policy;
  private final FeedbackTaking feedback;
  private final Caller caller;
  private final Clock clock;

  CallBackDesk(
      CallBacks calls,
      CallBackAccess access,
      CallBackPolicy policy,
      FeedbackTaking feedback,
      Caller caller,
      Clock clock) {
    this.calls = calls;
    this.access = access;
    this.policy = policy;
    this.feedback = feedback;
    this.caller = caller;
    this.clock = clock;
  }

  /** Each reporter of the problem who wants to be called is owed a call; told again, no second. */
  public void plan(ProblemWrittenOff fact) {
    Instant dueAt = policy.dueAt(fact.occurredAt());
    calls
        .toBeCalled(fact.problemId())
        .forEach(complaint -> calls.persist(CallBack.plan(complaint, fact.occurredAt(), dueAt)));
  }

  Page<CallBackView> page(CallBackFilter filter) {
    return calls.page(filter.narrow(access.criteria()), filter).map(this::view);
  }

  CallBackView record(UUID id, CallOutcome outcome) {
    outcome.refuseFaults();
    CallBack call = access.toActOn(id);
    Instant now = clock.instant();
    if (outcome.reached()) {
      call.recordAnswer(now);
      feedback.take(call.complaint(), outcome.said(), FeedbackWay.CALL_BACK, access.actor());
    } else {
      call.recordAttempt(policy.attempts(), now);
    }
    calls.flush();
    return view(call);
  }

  private CallBackView view(CallBack call) {
    return CallBackView.of(call, caller, clock.instant());
  }
}
