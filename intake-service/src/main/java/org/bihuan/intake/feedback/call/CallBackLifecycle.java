package org.bihuan.intake.feedback.call;

import static org.bihuan.intake.feedback.call.CallBackAction.CLOSE;
import static org.bihuan.intake.feedback.call.CallBackAction.RECORD_ANSWER;
import static org.bihuan.intake.feedback.call.CallBackAction.RECORD_ATTEMPT;
import static org.bihuan.intake.feedback.call.CallBackStatus.CLOSED;
import static org.bihuan.intake.feedback.call.CallBackStatus.DONE;
import static org.bihuan.intake.feedback.call.CallBackStatus.OPEN;

import org.bihuan.kit.lifecycle.TransitionTable;

/** The steps of a call-back. */
final class CallBackLifecycle {

  static final TransitionTable<CallBackStatus, CallBackAction> TABLE =
      TransitionTable.<CallBackStatus, CallBackAction>of(CallBackStatus.class)
          .step(OPEN, RECORD_ANSWER, DONE)
          .step(OPEN, RECORD_ATTEMPT, OPEN)
          .step(OPEN, CLOSE, CLOSED)
          .build();

  private CallBackLifecycle() {}
}
