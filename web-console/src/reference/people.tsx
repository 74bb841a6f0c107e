import { Select, Space } from 'antd';
import { useReference, type Asked } from '../api/use';
import { ActButton } from '../parts/acts';
import { Choices } from '../parts/Choices';
import { ListPage } from '../parts/ListPage';
import { SheetImport } from '../parts/SheetImport';
import { useWords } from '../words';
import { Area } from './Area';
import { useAdmin, useForget } from './edit';
import { words } from './words';

interface ChoiceProps {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

interface ChoiceOfProps<T> extends ChoiceProps {
  asked: Asked<{ items: T[] }>;
  optionOf: (one: T) => { value: string; label: string };
}

function Choice<T>({ asked, optionOf, ...rest }: ChoiceOfProps<T>) {
  return (
    <Choices asked={asked}>
      <Select {...rest} options={asked.data?.items.map(optionOf)} loading={asked.isFetching} allowClear showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} />
    </Choices>
  );
}

function LeaderSelect(props: ChoiceProps) {
  const leaders = useReference('dispatch', 'listLeaders', { query: { limit: 200 } });
  return <Choice {...props} asked={leaders} optionOf={(leader) => ({ value: leader.code, label: `${leader.name}（${leader.post}）` })} />;
}

function BodySelect(props: ChoiceProps) {
  const bodies = useReference('dispatch', 'listLeadingBodies');
  return <Choice {...props} asked={bodies} optionOf={(body) => ({ value: body.code, label: body.name })} />;
}

function GroupSelect(props: ChoiceProps) {
  const groups = useReference('dispatch', 'listFrontlineGroups');
  return <Choice {...props} asked={groups} optionOf={(group) => ({ value: group.code, label: group.name })} />;
}

function BodyName({ code }: { code: string }) {
  const bodies = useReference('dispatch', 'listLeadingBodies').data?.items ?? [];
  return <>{bodies.find((body) => body.code === code)?.name ?? code}</>;
}

function GroupName({ code }: { code: string }) {
  const groups = useReference('dispatch', 'listFrontlineGroups').data?.items ?? [];
  return <>{groups.find((group) => group.code === code)?.name ?? code}</>;
}

const BODY = { bodyCode: { control: <BodySelect /> } };

export function Leaders() {
  const say = useWords(words);
  const admin = useAdmin();
  const forget = useForget();
  return (
    <Area>
      <ListPage
        service="dispatch"
        operation="listLeaders"
        object="LeaderView"
        title={say('leaders')}
        columns={['name', 'post', { field: 'bodyCode', show: (leader) => <BodyName code={leader.bodyCode} /> }, 'validFrom', 'validTo']}
        moreColumns={['code', 'endReason']}
        filters={['q', 'on', 'everyDay']}
        keyOf={(leader) => `${leader.code} ${leader.validFrom}`}
        linkOf={(leader) => `/duties?leaderCode=${leader.code}`}
        exported
        extra={
          admin && (
            <Space>
              <SheetImport service="dispatch" operation="importLeaders" template="getLeaderTemplate" title={say('importLeaders')} onDone={forget} />
              <ActButton primary service="dispatch" operation="createLeader" title={say('newLeader')} changes={{ ...BODY, code: { help: say('codeHelp') } }} onDone={forget} />
            </Space>
          )
        }
        acts={
          admin
            ? (leader) =>
                !leader.endReason && (
                  <>
                    <ActButton
                      small
                      service="dispatch"
                      operation="replaceLeader"
                      path={{ code: leader.code }}
                      version={leader.version}
                      title={say('change')}
                      initial={leader}
                      changes={BODY}
                      onDone={forget}
                    />
                    <ActButton
                      small
                      danger
                      service="dispatch"
                      operation="endLeader"
                      path={{ code: leader.code }}
                      version={leader.version}
                      title={say('endLeader')}
                      hint={leader.name}
                      onDone={forget}
                    />
                  </>
                )
            : undefined
        }
      />
    </Area>
  );
}

export function Duties() {
  const say = useWords(words);
  const admin = useAdmin();
  const forget = useForget();
  return (
    <Area>
      <ListPage
        service="dispatch"
        operation="listDuties"
        object="DutyView"
        title={say('duties')}
        columns={[
          'kind',
          'leader',
          'body',
          'lineCode',
          { field: 'groupCode', show: (duty) => (duty.groupCode ? <GroupName code={duty.groupCode} /> : '—') },
          'subdistrictCode',
          'validFrom',
          'validTo',
        ]}
        moreColumns={['endReason']}
        filters={['kind', 'lineCode', 'subdistrictCode', 'on', 'everyDay']}
        exported
        extra={
          admin && (
            <ActButton
              primary
              service="dispatch"
              operation="createDuty"
              title={say('newDuty')}
              changes={{
                leaderCode: { control: <LeaderSelect />, when: (typed) => typed.kind !== 'AREA' },
                bodyCode: { control: <BodySelect />, when: (typed) => typed.kind === 'AREA' },
                lineCode: { when: (typed) => typed.kind === 'LINE' },
                groupCode: { control: <GroupSelect />, when: (typed) => typed.kind === 'FRONTLINE_GROUP' },
                subdistrictCode: { when: (typed) => typed.kind === 'AREA' },
              }}
              onDone={forget}
            />
          )
        }
        acts={
          admin
            ? (duty) =>
                !duty.endReason && (
                  <ActButton small danger service="dispatch" operation="endDuty" path={{ id: duty.id }} version={duty.version} title={say('endDuty')} onDone={forget} />
                )
            : undefined
        }
      />
    </Area>
  );
}

export function Postings() {
  const say = useWords(words);
  const admin = useAdmin();
  return (
    <Area>
      <ListPage
        service="dispatch"
        operation="listPostings"
        object="PostingView"
        title={say('postings')}
        columns={['cadreName', 'post', 'unit', 'subdistrictCode', 'officePhone', 'validFrom', 'validTo']}
        moreColumns={['cadreNumber', 'endReason']}
        filters={['q', 'unitCode', 'subdistrictCode', 'on', 'everyDay']}
        exported
        extra={
          admin && (
            <Space>
              <SheetImport service="dispatch" operation="importPostings" template="getPostingTemplate" title={say('importPostings')} />
              <ActButton primary service="dispatch" operation="createPosting" title={say('newPosting')} />
            </Space>
          )
        }
        acts={
          admin
            ? (posting) =>
                !posting.endReason && (
                  <>
                    <ActButton
                      small
                      service="dispatch"
                      operation="replacePosting"
                      path={{ id: posting.id }}
                      version={posting.version}
                      title={say('change')}
                      initial={posting}
                    />
                    <ActButton
                      small
                      danger
                      service="dispatch"
                      operation="endPosting"
                      path={{ id: posting.id }}
                      version={posting.version}
                      title={say('endPosting')}
                      hint={posting.cadreName}
                    />
                  </>
                )
            : undefined
        }
      />
    </Area>
  );
}
