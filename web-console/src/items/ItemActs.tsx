import { Button } from 'antd';
import { Link } from 'react-router';
import { useAnswer } from '../api/use';
import { ActButton, Acts } from '../parts/acts';
import { moment } from '../parts/moments';
import { Beside } from '../parts/states';
import { useWords } from '../words';
import { lastFinalReply, withPhotosAttached, type Item } from './item';
import { words } from './words';

const REPLY_FIELDS = ['cause', 'steps', 'measures', 'resultSummary', 'lastingMeasures', 'beforePhotoIds', 'afterPhotoIds', 'attachmentIds', 'outcomes', 'spent', 'subUnitCode'] as const;

/** What the caller may do with an item, each with the form of the API. */
export function ItemActs({ item }: { item: Item }) {
  const say = useWords(words);
  const path = { id: item.id };
  const of = { service: 'dispatch' as const, path, version: item.version };
  const wantsReview = item.allowedActions.includes('ACCEPT_REPLY');
  const asksReturn = typeof item.openReturnRequestId === 'string';
  const askedReturn = useAnswer('dispatch', 'getReturnRequest', { path: { id: item.id, requestId: item.openReturnRequestId ?? '' } }, { enabled: asksReturn });
  const asksExtension = typeof item.openExtensionRequestId === 'string';
  const askedExtension = useAnswer(
    'dispatch',
    'getExtensionRequest',
    { path: { id: item.id, requestId: item.openExtensionRequestId ?? '' } },
    { enabled: asksExtension },
  );
  const changesPlan = item.planVersion > 0 && item.allowedActions.includes('FILE_PLAN');
  const askedPlan = useAnswer('dispatch', 'getPlan', { path }, { enabled: changesPlan });
  const hasPhotoRules = item.allowedActions.includes('REPLY') && Boolean(item.categoryCode);
  const askedRules = useAnswer('dispatch', 'listPhotoRules', { query: { categoryCode: [item.categoryCode ?? ''] } }, { enabled: hasPhotoRules });
  // What is asked for is what each of these acts begins with: without it there is no act, and why is said beside.
  const returning = known(askedReturn);
  const extension = known(askedExtension);
  const newest = known(askedPlan);
  // A form filled in with an older one would undo what came after it.
  const plan = newest?.version === item.planVersion ? newest : undefined;
  const photoRules = known(askedRules)?.items;
  const unknown = [
    ...(asksReturn && !returning ? ['ACCEPT_RETURN', 'REFUSE_RETURN', 'WITHDRAW_RETURN'] : []),
    ...(asksExtension && !extension ? ['ACCEPT_EXTENSION', 'REFUSE_EXTENSION'] : []),
    ...(changesPlan && !plan ? ['FILE_PLAN'] : []),
    ...(hasPhotoRules && !photoRules ? ['REPLY'] : []),
  ];
  // The newest that holds by now, as the service asks.
  const photos = photoRules?.filter((rule) => Date.parse(rule.validFrom) <= Date.parse(item.issuedAt ?? rule.validFrom)).sort((a, b) => b.validFrom.localeCompare(a.validFrom))[0];

  const reply = lastFinalReply(item);
  const returnPath = { id: item.id, requestId: item.openReturnRequestId ?? '' };
  const extensionPath = { id: item.id, requestId: item.openExtensionRequestId ?? '' };
  const ofReturn = { service: 'dispatch' as const, path: returnPath, version: returning?.version };
  const ofExtension = { service: 'dispatch' as const, path: extensionPath, version: extension?.version };

  const ruling = (title: string, first: boolean) => (
    <ActButton
      {...ofReturn}
      operation="ruleOnReturn"
      title={title}
      primary={first}
      hint={say('rulingHint')}
      fields={['leadUnitCode', 'clauseCode', 'reason', 'precedent', 'place']}
      changes={{ place: { when: (typed) => typed.precedent === true } }}
      initial={{ clauseCode: returning?.clauseCode }}
    />
  );

  return (
    <>
      <Acts
        lifecycle="ItemAction"
        allowed={item.allowedActions.filter((action) => !unknown.includes(action))}
        forms={{
          ACKNOWLEDGE: (title, first) => (
            <ActButton {...of} operation="acknowledgeOrderItem" title={title} primary={first} initial={{ responsiblePerson: item.responsiblePerson ?? undefined }} />
          ),
          REPLY: (title, first) => (
            <ActButton
              {...of}
              operation="replyToOrderItem"
              title={title}
              primary={first}
              hint={[
                item.openTasks.length > 0 && say('tasksOpen', { units: item.openTasks.map((unit) => unit.name).join('、') }),
                photos?.beforeRequired && say('beforeRequired'),
                photos?.afterRequired && say('afterRequired'),
              ].filter(Boolean).join(' ')}
              fields={[...REPLY_FIELDS]}
              fixed={{ kind: 'FINAL' }}
              changes={{
                cause: { required: true },
                resultSummary: { required: true },
                measures: { help: say('measuresHint') },
                beforePhotoIds: { required: photos?.beforeRequired },
                afterPhotoIds: { required: photos?.afterRequired },
              }}
              prepare={withPhotosAttached}
            />
          ),
          REPLY_INTERIM: (title, first) => (
            <ActButton
              {...of}
              operation="replyToOrderItem"
              title={title}
              primary={first}
              fields={[...REPLY_FIELDS]}
              fixed={{ kind: 'INTERIM' }}
              changes={{ resultSummary: { label: say('progress'), required: true } }}
              prepare={withPhotosAttached}
            />
          ),
          ACCEPT_REPLY: (title, first) => (
            <ActButton
              {...of}
              operation="reviewReply"
              path={{ id: item.id, replyId: reply?.id ?? '' }}
              title={title}
              primary={first}
              fields={['decision', 'standingDemand', 'opinion']}
              changes={{
                decision: { codes: ['ACCEPTED', 'ACCEPTED_WITH_STANDING_DEMAND'] },
                standingDemand: { required: true, when: (typed) => typed.decision === 'ACCEPTED_WITH_STANDING_DEMAND' },
              }}
              initial={{ decision: 'ACCEPTED' }}
            />
          ),
          RETURN_REPLY: (title) => (
            <ActButton
              {...of}
              operation="reviewReply"
              path={{ id: item.id, replyId: reply?.id ?? '' }}
              title={title}
              danger
              fields={['opinion']}
              fixed={{ decision: 'RETURNED' }}
              changes={{ opinion: { required: true } }}
            />
          ),
          ACCEPT_RETURN: (title, first) =>
            returning?.rulingNeeded ? (
              ruling(say('rule'), first)
            ) : (
              <ActButton
                {...ofReturn}
                operation="decideReturn"
                title={title}
                primary={first}
                fields={['leadUnitCode', 'opinion']}
                fixed={{ decision: 'ACCEPTED' }}
                changes={{ leadUnitCode: { help: say('newUnitHint') } }}
                initial={{ leadUnitCode: returning?.suggestedUnit?.code }}
              />
            ),
          REFUSE_RETURN: (title) =>
            returning?.rulingNeeded ? null : (
              <ActButton
                {...ofReturn}
                operation="decideReturn"
                title={title}
                danger
                fields={['opinion']}
                fixed={{ decision: 'REFUSED' }}
                changes={{ opinion: { required: true } }}
              />
            ),
          WITHDRAW_RETURN: (title) => <ActButton {...ofReturn} operation="withdrawReturn" title={title} hint={say('withdrawHint')} />,
          ACCEPT_EXTENSION: (title, first) => (
            <ActButton
              {...ofExtension}
              operation="decideExtension"
              title={title}
              primary={first}
              hint={extension && say('extensionHint', { until: moment(extension.until), reason: extension.reason })}
              fields={['opinion']}
              fixed={{ decision: 'ACCEPTED' }}
            />
          ),
          REFUSE_EXTENSION: (title) => (
            <ActButton
              {...ofExtension}
              operation="decideExtension"
              title={title}
              danger
              hint={extension && say('extensionHint', { until: moment(extension.until), reason: extension.reason })}
              fields={['opinion']}
              fixed={{ decision: 'REFUSED' }}
              changes={{ opinion: { required: true } }}
            />
          ),
          ASSIGN: (title, first) => (
            <ActButton
              {...of}
              operation="assignOrderItem"
              title={title}
              primary={first}
              initial={{ deadlineClass: item.deadlineClass ?? undefined, demand: item.demand ?? undefined, jointUnitCodes: item.jointUnits.map((unit) => unit.code) }}
            />
          ),
          REISSUE: (title) => (
            <Link to={`/orders/new?problemId=${item.problemId}`}>
              <Button>{title}</Button>
            </Link>
          ),
          URGE: (title) => <ActButton {...of} operation="urgeUnit" title={title} />,
          REQUEST_EXTENSION: (title) => (
            <ActButton {...of} operation="requestExtension" title={title} hint={item.dueAt && say('extensionBounds', { due: moment(item.dueAt) })} />
          ),
          REQUEST_RETURN: (title) => (
            <ActButton
              {...of}
              operation="requestReturn"
              title={title}
              hint={item.returnUntil && say('returnHint', { until: moment(item.returnUntil) })}
              fields={['clauseCode', 'suggestedUnitCode', 'reason']}
            />
          ),
          FILE_PLAN: (title) => (
            <ActButton
              service="dispatch"
              path={path}
              operation="filePlan"
              title={title}
              version={item.planVersion > 0 ? item.planVersion : undefined}
              fields={['situation', 'extent', 'steps', 'responsiblePerson', 'plannedDays', 'costEstimate', 'fundSource', 'risks']}
              initial={plan}
            />
          ),
          DECLARE_COMPLEX: (title) => <ActButton {...of} operation="declareOrderItemComplex" title={title} hint={say('complexHint')} />,
          SUBMIT_TO_LEADING_GROUP: (title) => (
            <ActButton {...of} operation="escalateOrderItem" title={title} fields={['reason']} fixed={{ axis: 'DIFFICULTY', level: 'D2_LEADING_GROUP' }} hint={say('escalateHint')} />
          ),
          SUSPEND: (title) => (
            <ActButton
              {...of}
              operation="suspendOrderItem"
              title={item.status === 'SUSPENDED' ? say('anotherReview') : title}
              hint={say('suspendHint')}
              initial={item.suspension ? { cause: item.suspension.cause } : undefined}
            />
          ),
          RESUME: (title, first) => <ActButton {...of} operation="resumeOrderItem" title={title} primary={first && !wantsReview} />,
          CANCEL: (title) => <ActButton {...of} operation="cancelOrderItem" title={title} danger hint={say('cancelHint')} />,
        }}
      />
      {asksReturn && <Beside asked={askedReturn} />}
      {asksExtension && <Beside asked={askedExtension} />}
      {changesPlan && <Beside asked={askedPlan} />}
      {hasPhotoRules && <Beside asked={askedRules} />}
    </>
  );
}

/** Of exactly what is asked for now: until that is answered, what was asked for before is still shown elsewhere. */
function known<T>({ data, isPlaceholderData }: { data: T | undefined; isPlaceholderData: boolean }): T | undefined {
  return isPlaceholderData ? undefined : data;
}
