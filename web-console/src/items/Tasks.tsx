import { Divider, Flex } from 'antd';
import { ActButton, Acts } from '../parts/acts';
import { moment } from '../parts/moments';
import { Fields } from '../parts/Fields';
import { CodeTag, LightMark, Remaining, useTime } from '../parts/show';
import { useWords } from '../words';
import { filled, withPhotosAttached, type Task } from './item';
import { Pictures, Results, WorkSteps } from './Replies';
import { words } from './words';

/** The share of each unit, on a clock of its own. */
export function Tasks({ itemId, tasks }: { itemId: string; tasks: Task[] }) {
  const say = useWords(words);
  const time = useTime();
  return tasks.map((task, index) => (
    <article key={`${task.unit.code}/${task.round}`}>
      {index > 0 && <Divider style={{ margin: '12px 0' }} />}
      <Flex wrap gap={12} align="center">
        <strong>{task.unit.name}</strong>
        <CodeTag name="UnitRole" value={task.role} />
        <CodeTag name="TaskStatus" value={task.status} />
        <LightMark value={task.light} />
        {task.status === 'OPEN' ? <Remaining value={task.remaining} /> : <span>{say('heldFor', { time: time(task.heldFor) })}</span>}
        {task.lateBy && <span style={{ color: '#a8071a' }}>{say('lateBy', { time: time(task.lateBy) })}</span>}
        <span>{say('endsAt', { at: moment(task.dueAt) })}</span>
      </Flex>
      {task.reply && (
        <div style={{ marginTop: 8 }}>
          <Fields service="dispatch" object="TaskReplyView" columns={1} value={task.reply} fields={filled(task.reply, ['cause', 'measures', 'resultSummary', 'subUnit', 'repliedBy', 'repliedAt'])} />
          <WorkSteps steps={task.reply.steps} />
          <Results outcomes={task.reply.outcomes} />
          <Pictures work={task.reply} />
        </div>
      )}
      {task.waiver && <p>{say('waived', { reason: task.waiver.reason, at: moment(task.waiver.waivedAt) })}</p>}
      <div style={{ marginTop: 8 }}>
        <Acts
          lifecycle="TaskAction"
          allowed={task.allowedActions}
          forms={{
            REPLY: (title, first) => (
              <ActButton
                service="dispatch"
                operation="replyToTask"
                path={{ id: itemId, unitCode: task.unit.code }}
                version={task.version}
                title={title}
                primary={first}
                fields={['cause', 'steps', 'measures', 'resultSummary', 'beforePhotoIds', 'afterPhotoIds', 'attachmentIds', 'outcomes', 'subUnitCode']}
                changes={{ resultSummary: { required: true }, measures: { help: say('measuresHint') } }}
                prepare={withPhotosAttached}
              />
            ),
            WAIVE: (title) => (
              <ActButton service="dispatch" operation="waiveTask" path={{ id: itemId, unitCode: task.unit.code }} version={task.version} title={title} danger hint={say('waiveHint')} />
            ),
          }}
        />
      </div>
    </article>
  ));
}
