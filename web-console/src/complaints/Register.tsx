import { Alert, App, Button, Checkbox, DatePicker, Flex, Form, Input, Select, Typography, type FormInstance } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Answer, Body } from '../api/client';
import { ProblemError } from '../api/problem';
import { bodyOf, shapesOf } from '../api/shapes';
import { Attempts } from '../api/attempts';
import { useAct } from '../api/use';
import { FormFields, showFaults, valuesOf } from '../parts/form';
import { NamedSelect } from '../parts/names';
import { PhotoUpload } from '../parts/photos';
import { Failure, Loaded } from '../parts/states';
import { usePerson, type Person } from '../session/person';
import { code, label, useWords } from '../words';
import { Hints, type HintActs } from './Hints';
import { Registered } from './Registered';
import { Key } from './SuggestionPanel';
import { sourceFieldsOf, SOURCE_KINDS, STATION, TEAM_DESK } from './sources';
import { words } from './words';

type NewComplaint = Body<'intake', 'registerComplaint'>;
export type Taken = Answer<'intake', 'registerComplaint'>;
type Typed = Record<string, unknown>;

/** What is not sent yet, as long as this page of the browser lives: in no storage, since it names people. */
interface Draft {
  owner: string;
  typed?: Typed;
  taken: Taken[];
  /** Also after the page was left with an answer outstanding. */
  attempts: Attempts;
}
let draft: Draft | undefined;

/** Nobody sees what another person typed. */
function draftOf(owner: string): Draft {
  draft = draft?.owner === owner ? draft : { owner, taken: [], attempts: new Attempts() };
  return draft;
}
const SHOWN = 5;

export default function Register() {
  const person = usePerson();
  return <Loaded asked={person}>{(known) => <Desk key={known.subject} person={known} />}</Loaded>;
}

function Desk({ person }: { person: Person }) {
  const say = useWords(words);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const act = useAct('intake', 'registerComplaint', undefined, draftOf(person.subject).attempts);
  const owner = person.subject;
  const [taken, setTaken] = useState(() => draftOf(owner).taken);
  const [failure, setFailure] = useState<Error>();
  const text = useRef<TextAreaRef>(null);
  const hints = useRef<HintActs>({});
  const { shapes } = bodyOf('intake', 'registerComplaint');
  const team = person.roles.includes('SPECIAL_TEAM');
  const channels = team ? undefined : person.channels;
  const preset: Typed = { channel: team ? TEAM_DESK : (person.channels[0] ?? (person.roles.includes('SUBDISTRICT') ? STATION : undefined)), ...(team ? { sourceKind: 'SPECIAL_TEAM' } : {}) };
  const channel = Form.useWatch('channel', form) as string | undefined;
  const sourceKind = Form.useWatch('sourceKind', form) as string | undefined;
  const anonymous = Form.useWatch(['reporter', 'anonymous'], form) as boolean | undefined;
  const source = channel === TEAM_DESK && sourceKind ? sourceFieldsOf(sourceKind) : undefined;

  useEffect(() => {
    form.setFieldsValue(draftOf(owner).typed ?? {});
    text.current?.focus();
    return () => {
      draftOf(owner).typed = form.getFieldsValue(true) as Typed;
    };
  }, [form, owner]);

  const empty = () => {
    const kept = { channel: form.getFieldValue('channel') as unknown };
    form.resetFields();
    form.setFieldsValue({ ...preset, ...kept });
    draftOf(owner).typed = undefined;
    setFailure(undefined);
    // The fields are made anew.
    setTimeout(() => text.current?.focus());
  };

  const send = async (typed: Typed) => {
    if (act.isPending) {
      return;
    }
    const body = valuesOf(shapes, typed, 'intake') as NewComplaint;
    try {
      const answer = await act.mutateAsync({ body });
      draftOf(owner).taken = [answer, ...draftOf(owner).taken].slice(0, SHOWN);
      setTaken(draftOf(owner).taken);
      message.success(answer.serial);
      empty();
    } catch (error) {
      setFailure(error instanceof ProblemError && showFaults(form, error.problem) ? undefined : (error as Error));
    }
  };

  const onKey = (event: KeyboardEvent) => {
    const acts: Record<string, (() => void) | undefined> = { F2: hints.current.category, F4: hints.current.place, F9: empty };
    const chosen = event.key === 'Enter' && (event.ctrlKey || event.metaKey) ? () => form.submit() : acts[event.key];
    if (chosen) {
      event.preventDefault();
      chosen();
    }
  };

  return (
    // The keys hold wherever one is in the form.
    <div role="presentation" onKeyDown={onKey}>
      <Flex wrap gap={8} justify="space-between" align="center" style={{ marginBottom: 12 }}>
        <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
          {say('registerTitle')}
        </Typography.Title>
        <Keys />
      </Flex>
      {channels?.length === 0 && !person.roles.includes('SUBDISTRICT') && <Alert type="warning" showIcon title={say('noChannel')} style={{ marginBottom: 12 }} />}
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))', gap: 20, alignItems: 'start' }}>
        <Form<Typed>
          form={form}
          layout="vertical"
          scrollToFirstError={{ focus: true }}
          initialValues={preset}
          onValuesChange={(_, all) => (draftOf(owner).typed = all)}
          onFinish={(typed) => void send(typed)}
        >
          {failure && (
            <div style={{ marginBottom: 12 }}>
              <Failure error={failure} />
            </div>
          )}
          <Form.Item name="text" label={label('intake', 'NewComplaint', 'text')} rules={[{ required: true, whitespace: true, message: say('textHint') }, { max: 4000 }]}>
            <Input.TextArea ref={text} autoSize={{ minRows: 6, maxRows: 14 }} style={{ fontSize: 17, lineHeight: 1.6 }} placeholder={say('textHint')} />
          </Form.Item>
          <div className="register-grid" style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(170px, 1fr))', gap: '0 12px' }}>
            <Form.Item name={['location', 'address']} label={label('intake', 'NewLocation', 'address')} rules={[{ max: 300 }]} style={{ gridColumn: '1 / -1' }}>
              <Input />
            </Form.Item>
            <Form.Item name={['location', 'subdistrictCode']} label={label('intake', 'NewLocation', 'subdistrictCode')}>
              <NamedSelect kind="subdistrict" />
            </Form.Item>
            <Form.Item name={['location', 'communityCode']} label={label('intake', 'NewLocation', 'communityCode')}>
              <NamedSelect kind="community" />
            </Form.Item>
            <Form.Item name="categoryCode" label={label('intake', 'NewComplaint', 'categoryCode')}>
              <NamedSelect kind="category" placeholder={say('byRecognition')} />
            </Form.Item>
            <Form.Item name="subject" label={label('intake', 'NewComplaint', 'subject')} rules={[{ max: 200 }]} style={{ gridColumn: '1 / -1' }}>
              <Input />
            </Form.Item>
            <Form.Item name={['reporter', 'name']} label={label('intake', 'ReporterView', 'name')} rules={[{ max: 50 }]}>
              <Input disabled={anonymous} autoComplete="off" />
            </Form.Item>
            <Form.Item name={['reporter', 'phone']} label={label('intake', 'ReporterView', 'phone')} extra={say('phoneHint')}>
              <Input disabled={anonymous} inputMode="tel" autoComplete="off" />
            </Form.Item>
            <Flex wrap gap="0 12px" style={{ gridColumn: '1 / -1' }}>
              {(['anonymous', 'confidential', 'wantsCallback'] as const).map((field) => (
                <Form.Item key={field} name={['reporter', field]} valuePropName="checked" style={{ marginBottom: 12 }}>
                  <Checkbox>{label('intake', 'NewReporter', field)}</Checkbox>
                </Form.Item>
              ))}
            </Flex>
            <ChannelField team={team} channels={channels} />
            {channel === TEAM_DESK && (
              <Form.Item name="sourceKind" label={label('intake', 'NewComplaint', 'sourceKind')}>
                <Select options={SOURCE_KINDS.map((kind) => ({ value: kind, label: code('SourceKind', kind) }))} onChange={() => form.setFieldValue('source', undefined)} />
              </Form.Item>
            )}
            <Form.Item name="sourceRef" label={label('intake', 'NewComplaint', 'sourceRef')} rules={[{ max: 100 }]}>
              <Input autoComplete="off" />
            </Form.Item>
            <Form.Item name="occurredAt" label={label('intake', 'NewComplaint', 'occurredAt')}>
              <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
            </Form.Item>
          </div>
          {source && (
            <fieldset style={{ border: '1px solid #d9d9d9', borderRadius: 6, marginBottom: 16, padding: '8px 12px 0' }}>
              <legend style={{ fontSize: 14, width: 'auto', padding: '0 6px', marginBottom: 0, border: 0, color: 'inherit' }}>{say('sourceDetails')}</legend>
              <FormFields service="intake" object="SourceDetails" shapes={shapesOf('intake', 'SourceDetails')} only={source} at={['source']} />
            </fieldset>
          )}
          <Form.Item name="attachmentIds" label={say('photos')}>
            <PhotoUpload most={20} />
          </Form.Item>
          <Flex gap={8} wrap align="center">
            <Button type="primary" size="large" htmlType="submit" loading={act.isPending}>
              {say('send')}
              <Key name="Ctrl+Enter" />
            </Button>
            <Button size="large" onClick={empty}>
              {say('newForm')}
              <Key name="F9" />
            </Button>
            <span style={{ color: '#595959' }}>{say('draftKept')}</span>
          </Flex>
        </Form>
        <aside style={{ display: 'grid', gap: 16 }} aria-label={say('hints')}>
          {taken.length > 0 && <Registered taken={taken} />}
          <Hints form={form as FormInstance} actsRef={hints} />
        </aside>
      </div>
    </div>
  );
}

/** A clerk's own channel is set already; who has several chooses among these, who has none bound among all. */
function ChannelField({ team, channels }: { team: boolean; channels?: string[] }) {
  const own = !team && channels && channels.length > 0 ? channels : undefined;
  return (
    <Form.Item name="channel" label={label('intake', 'NewComplaint', 'channel')} rules={[{ required: true }]}>
      <NamedSelect kind="channel" only={own} disabled={own?.length === 1} />
    </Form.Item>
  );
}

function Keys() {
  const say = useWords(words);
  const keys: [string, string][] = [
    ['Ctrl+Enter', say('keySend')],
    ['F2', say('keyCategory')],
    ['F4', say('keyPlace')],
    ['F9', say('keyNew')],
  ];
  return (
    <Flex wrap gap="4px 12px" aria-label={say('keys')} role="note">
      {keys.map(([key, what]) => (
        <span key={key} style={{ color: '#595959' }}>
          <Key name={key} /> {what}
        </span>
      ))}
    </Flex>
  );
}

