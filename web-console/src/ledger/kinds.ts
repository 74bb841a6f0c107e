import { language } from '../words';

/** What the facts on the ledger are called; in English their names say it. */
const KINDS: Record<string, string> = {
  'dispatch.assignment-overdue': '派单超期',
  'dispatch.assignment-warned': '派单预警',
  'dispatch.item-acknowledged': '签收',
  'dispatch.item-cancelled': '撤销督办',
  'dispatch.item-corrected': '更正督办事项',
  'dispatch.item-declared-complex': '认定为疑难问题',
  'dispatch.item-escalated': '升级督办',
  'dispatch.item-extension-decided': '延期审批',
  'dispatch.item-extension-requested': '申请延期',
  'dispatch.item-issued': '下发督办单',
  'dispatch.item-joined-campaign': '纳入专项行动',
  'dispatch.item-left-campaign': '移出专项行动',
  'dispatch.item-overdue': '超期',
  'dispatch.item-plan-date-set': '确定计划完成时间',
  'dispatch.item-plan-filed': '报送整改方案',
  'dispatch.item-replied': '回复',
  'dispatch.item-resumed': '解除挂账',
  'dispatch.item-return-decided': '退单审批',
  'dispatch.item-return-requested': '申请退单',
  'dispatch.item-return-withdrawn': '撤回退单申请',
  'dispatch.item-suspended': '挂账',
  'dispatch.item-suspension-review-overdue': '挂账复核超期',
  'dispatch.item-task-overdue': '分任务超期',
  'dispatch.item-task-replied': '分任务回复',
  'dispatch.item-task-waived': '免除分任务',
  'dispatch.item-task-warned': '分任务预警',
  'dispatch.item-unassigned': '待分派',
  'dispatch.item-urged': '催办',
  'dispatch.item-warned': '预警',
  'dispatch.item-written-off': '督办事项销账',
  'dispatch.late-fact-noted': '补记事实',
  'dispatch.meeting-decided': '会议议定',
  'dispatch.meeting-held': '召开会议',
  'dispatch.point-surveyed': '点位排查',
  'dispatch.reply-accepted': '回复审核通过',
  'dispatch.reply-returned': '回复退回',
  'dispatch.rework-ordered': '责令返工',
  'dispatch.same-day-order-missed': '当日未下单',
  'dispatch.same-day-order-warned': '当日下单预警',
  'inspection.assessment-closed': '考核定账',
  'inspection.case-confirmed': '追责事项确认',
  'inspection.case-served': '追责事项送达',
  'inspection.evidence-waived': '免除核查证据',
  'inspection.finding-decided': '督查发现处理',
  'inspection.finding-reported': '督查发现',
  'inspection.late-item-fact-noted': '补记事实',
  'inspection.look-back-done': '回头看复查',
  'inspection.point-observed': '点位观察',
  'inspection.problem-written-off': '问题销账',
  'inspection.recheck-failed': '回头看未通过',
  'inspection.recheck-passed': '回头看通过',
  'inspection.recheck-planned': '安排回头看',
  'intake.attachment-stored': '存入附件',
  'intake.complaint-corrected': '更正诉求',
  'intake.complaint-handed-over': '移交诉求',
  'intake.complaint-merged': '并案',
  'intake.complaint-registered': '登记诉求',
  'intake.complaint-rejected': '不予受理',
  'intake.complaint-split': '拆分',
  'intake.complaint-withdrawn': '撤回诉求',
  'intake.feedback-given': '群众评价',
  'intake.original-disclosed': '查看照片原图',
  'intake.personal-data-erased': '删除个人信息',
  'intake.photo-blurred': '遮挡照片',
  'intake.picture-reused': '照片重复使用',
  'intake.problem-corrected': '更正问题',
  'intake.problem-filed': '立案',
  'intake.problem-handed-over': '移交问题',
  'intake.problem-merged': '问题并案',
  'intake.reporter-disclosed': '查看反映人信息',
  'intake.week-frozen': '周清单冻结',
};

/** What a fact is called: `intake.problem-filed.v1` is 立案, of whatever version. */
export function kindName(kind: string): string {
  const name = kind.replace(/\.v\d+$/, '');
  if (language() === 'zh') {
    return KINDS[name] ?? '其他事实';
  }
  const words = name.replace(/^\w+\./, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** All kinds by which the ledger can be filtered, of the version that is written now. */
export function kindChoices(): { value: string; label: string }[] {
  return Object.keys(KINDS).map((name) => ({ value: `${name}.v1`, label: kindName(name) }));
}
