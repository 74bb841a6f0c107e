import { useQuery } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input, Modal, Select, Space, Table, Tag, Typography } from 'antd';
import { useState } from 'react';
import { see, type Answer } from '../api/client';
import { useAnswer } from '../api/use';
import { ActButton, ActDialog } from '../parts/acts';
import { Choices } from '../parts/Choices';
import { ListPage } from '../parts/ListPage';
import { Named, NamedSelect } from '../parts/names';
import { CodeTag } from '../parts/show';
import { Failure, Loaded, Nothing } from '../parts/states';
import { label, useFrameWords, useWords } from '../words';
import { Area } from './Area';
import { useAdmin, useForget } from './edit';
import { words } from './words';

type Branch = Answer<'intake', 'listCategoryTree'>[number];
type Category = Branch['categories'][number];

/** Kinds of problems in their groups, with what files them by itself. */
export function CategoryTree() {
  const say = useWords(words);
  const admin = useAdmin();
  const tree = useAnswer('intake', 'listCategoryTree');
  const [changed, setChanged] = useState<string>();
  const title = (field: keyof Category) => label('intake', 'CategoryView', field);
  return (
    <Area>
      <Flex wrap gap={8} justify="space-between" style={{ marginBottom: 12 }}>
        <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
          {say('categories')}
        </Typography.Title>
        {admin && <NewCategory />}
      </Flex>
      <Loaded asked={tree}>
        {(branches) => (
          <Table
            size="small"
            pagination={false}
            scroll={{ x: 'max-content' }}
            rowKey="code"
            dataSource={branches.map((branch) => ({ ...branch, children: branch.categories }) as Branch & Partial<Category> & { children: Category[] })}
            expandable={{ defaultExpandAllRows: true }}
            locale={{ emptyText: <Nothing /> }}
            columns={[
              {
                key: 'name',
                title: title('name'),
                render: (_, row) => (
                  <>
                    {row.name} {row.active === false && <Tag>{say('retired')}</Tag>}
                  </>
                ),
              },
              { dataIndex: 'code', title: title('code') },
              { key: 'class', title: title('deadlineClass'), render: (_, row) => row.deadlineClass && <CodeTag name="DeadlineClass" value={row.deadlineClass} /> },
              { key: 'unit', title: title('unitCode'), render: (_, row) => row.unitCode && <Named kind="unit" code={row.unitCode} /> },
              { key: 'filing', title: title('automaticFiling'), render: (_, row) => row.deadlineClass && (row.automaticFiling ? say('automatic') : say('byHand')) },
              { key: 'threshold', title: title('filingThreshold'), align: 'right', render: (_, row) => row.filingThreshold?.toFixed(2) },
              {
                key: 'keywords',
                title: title('keywords'),
                render: (_, row) => <div style={{ maxWidth: 320 }}>{row.keywords?.slice(0, 8).join('、')}{(row.keywords?.length ?? 0) > 8 && ` ${say('andMore', { count: row.keywords?.length })}`}</div>,
              },
              ...(admin
                ? [
                    {
                      key: 'acts',
                      title: say('acts'),
                      render: (_: unknown, row: Partial<Category>) =>
                        row.deadlineClass && (
                          <Button size="small" onClick={() => setChanged(row.code)}>
                            {say('change')}
                          </Button>
                        ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Loaded>
      {changed && <ChangeCategory code={changed} onClose={() => setChanged(undefined)} />}
    </Area>
  );
}

interface GroupSelectProps {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

function GroupSelect(props: GroupSelectProps) {
  const groups = useAnswer('intake', 'listCategoryTree');
  return (
    <Choices asked={groups}>
      <Select {...props} options={groups.data?.map((group) => ({ value: group.code, label: group.name }))} loading={groups.isFetching} />
    </Choices>
  );
}

function useCategoryFields() {
  const say = useWords(words);
  return {
    parentCode: { label: say('group'), control: <GroupSelect /> },
    filingThreshold: { help: say('thresholdHelp') },
    keywords: { help: say('keywordsHelp') },
    unitCode: { label: say('proposedUnit') },
  };
}

/** Its version is its entity tag, so it is read by itself before it is changed. */
function ChangeCategory({ code, onClose }: { code: string; onClose: () => void }) {
  const say = useWords(words);
  const forget = useForget();
  const changes = useCategoryFields();
  const known = useQuery({ queryKey: ['intake', 'getCategory', 'tagged', code], queryFn: () => see('intake', 'getCategory', { path: { code } }), gcTime: 0, staleTime: Infinity, placeholderData: undefined });
  if (known.error) {
    return (
      <Modal open footer={null} onCancel={onClose}>
        <Failure error={known.error} />
      </Modal>
    );
  }
  return (
    known.data && (
      <ActDialog
        service="intake"
        operation="replaceCategory"
        path={{ code }}
        version={known.data.tag}
        title={say('changeCategory', { name: known.data.value.name })}
        hint={say('changeCategoryHint')}
        initial={{ ...known.data.value, parentCode: known.data.value.parentCode ?? undefined }}
        changes={changes}
        onDone={forget}
        onClose={onClose}
      />
    )
  );
}

const CODE = /^[A-Z][A-Z0-9_]{1,39}$/;

/** The code stands in the address of what is added, so it is asked for first. */
function NewCategory() {
  const say = useWords(words);
  const frame = useFrameWords();
  const forget = useForget();
  const changes = useCategoryFields();
  const [asking, setAsking] = useState(false);
  const [code, setCode] = useState<string>();
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {say('newCategory')}
      </Button>
      {asking && (
        <Modal open title={say('newCategory')} footer={null} onCancel={() => setAsking(false)}>
          <Form
            layout="vertical"
            onFinish={({ code: chosen }: { code: string }) => {
              setAsking(false);
              setCode(chosen);
            }}
          >
            <Form.Item name="code" label={label('intake', 'CategoryView', 'code')} extra={say('codeHelp')} rules={[{ required: true, message: frame('required') }, { pattern: CODE, message: frame('badPattern') }]}>
              <Input />
            </Form.Item>
            <Button type="primary" htmlType="submit">
              {say('goOn')}
            </Button>
          </Form>
        </Modal>
      )}
      {code && (
        <ActDialog
          service="intake"
          operation="addCategory"
          path={{ code }}
          title={`${say('newCategory')} ${code}`}
          hint={say('newCategoryHint')}
          initial={{ active: true, automaticFiling: false, filingThreshold: 0.8, keywords: [] }}
          changes={changes}
          onDone={forget}
          onClose={() => setCode(undefined)}
        />
      )}
    </>
  );
}

export function PhotoRules() {
  const say = useWords(words);
  const admin = useAdmin();
  return (
    <Area>
      <ListPage
        service="dispatch"
        operation="listPhotoRules"
        object="PhotoRuleView"
        title={say('photoRules')}
        columns={['categoryCode', 'beforeRequired', 'afterRequired', 'validFrom']}
        filters={['categoryCode']}
        exported
        extra={
          admin && (
            <ActButton
              primary
              service="dispatch"
              operation="createPhotoRule"
              title={say('newPhotoRule')}
              hint={say('newPhotoRuleHint')}
              initial={{ beforeRequired: false, afterRequired: true }}
              changes={{ categoryCode: { control: <NamedSelect kind="category" /> }, validFrom: { help: say('nowWhenEmpty') } }}
            />
          )
        }
      />
    </Area>
  );
}

export function OtherBodies() {
  const say = useWords(words);
  return (
    <Area>
      <ListPage service="intake" operation="listOtherBodies" object="OtherBodyView" title={say('otherBodies')} columns={['code', 'name', 'active']} filters={[]} keyOf={(body) => body.code} />
    </Area>
  );
}

type Model = Answer<'intake', 'listRecognitionModels'>[number];
type Measured = Model['figures'];
const MEASURES = ['categoryMacroF1', 'scopeF1', 'calibrationError'] as const;

export function RecognitionModels() {
  const say = useWords(words);
  const admin = useAdmin();
  return (
    <Area>
      <ListPage
        service="intake"
        operation="listRecognitionModels"
        object="ModelView"
        title={say('models')}
        columns={[
          'version',
          'inForce',
          'trainedAt',
          'trainedBy',
          'heldOutFrom',
          'lessons',
          { field: 'figures', title: say('measured'), show: (model) => <Measures figures={model.figures} before={model.figuresBefore} /> },
        ]}
        filters={[]}
        keyOf={(model) => model.version}
        empty={<Nothing text={say('noModels')} />}
        extra={admin && <Train />}
        acts={
          admin
            ? (model) =>
                !model.inForce && (
                  <ActButton
                    small
                    service="intake"
                    operation="activateRecognitionModel"
                    path={{ version: model.version }}
                    title={say('activateModel')}
                    hint={say('activateModelHint', { version: model.version })}
                  />
                )
            : undefined
        }
      />
    </Area>
  );
}

/** `0.91 (0.89)`: what it reaches, and what the model in force reached on the same messages. */
function Measures({ figures, before }: { figures: Measured; before?: Measured | null }) {
  const say = useWords(words);
  return (
    <>
      <div>{say('filedRight', { filed: figures.filed, right: figures.right, inScope: figures.inScope })}</div>
      {MEASURES.map((name) => (
        <div key={name}>
          {say(name)} {figures[name].toFixed(3)}
          {before && ` (${before[name].toFixed(3)})`}
        </div>
      ))}
    </>
  );
}

/** Labelled messages come as a file: nobody types a thousand of them. */
function Train() {
  const say = useWords(words);
  const { message } = App.useApp();
  const [messages, setMessages] = useState<never[]>();
  const read = async (file: File | undefined) => {
    try {
      const told: unknown = JSON.parse((await file?.text()) ?? '');
      const list = Array.isArray(told) ? told : (told as { messages?: unknown }).messages;
      if (!Array.isArray(list)) {
        throw new Error();
      }
      setMessages(list as never[]);
    } catch {
      message.error(say('noMessages'));
    }
  };
  return (
    <>
      <Space>
        <label className="ant-btn ant-btn-default ant-btn-color-default ant-btn-variant-outlined" style={{ lineHeight: '22px' }}>
          {say('trainFrom')}
          <input
            type="file"
            accept=".json"
            style={{ position: 'absolute', width: 1, height: 1, opacity: 0 }}
            onChange={(event) => {
              void read(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </label>
      </Space>
      {messages && (
        <ActDialog
          service="intake"
          operation="trainRecognitionModel"
          title={say('train')}
          hint={say('trainHint', { count: messages.length })}
          fields={['heldOutFrom']}
          fixed={{ messages }}
          onClose={() => setMessages(undefined)}
        />
      )}
    </>
  );
}
