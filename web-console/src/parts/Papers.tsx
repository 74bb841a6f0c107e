import { FilePdfOutlined, FileWordOutlined } from '@ant-design/icons';
import { App, Button, Space } from 'antd';
import { useState } from 'react';
import { download, type OperationId, type Request, type Service } from '../api/client';
import { useFrameWords } from '../words';
import { saveAs } from './files';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** For as long as a reader may take to print it. */
const KEPT = 600_000;

interface Props<S extends Service, O extends OperationId<S>> {
  service: S;
  operation: O;
  path: Request<S, O>['path'];
  /** What else the paper depends on, beside its form. */
  query?: Request<S, O>['query'];
  /** Name of the paper, which its file has too. */
  name: string;
}

/** A paper of the API: its PDF in a tab of its own, to be read and printed; its Word file to be kept. */
export function Papers<S extends Service, O extends OperationId<S>>({ service, operation, path, query, name }: Props<S, O>) {
  const say = useFrameWords();
  const { message } = App.useApp();
  const [busy, setBusy] = useState<'pdf' | 'docx'>();

  const take = async (form: 'pdf' | 'docx') => {
    // Opened at once, by the click itself: a browser lets no tab be opened later.
    const tab = form === 'pdf' ? window.open('', '_blank') : null;
    if (form === 'pdf' && !tab) {
      message.error(say('tabBlocked'));
      return;
    }
    if (tab) {
      tab.document.title = name;
      tab.document.body.textContent = say('loading');
    }
    setBusy(form);
    try {
      const accept = form === 'pdf' ? 'application/pdf' : WORD;
      const paper = await download(service, operation, { path, query: { ...(query as object | undefined), form } as Request<S, O>['query'], accept });
      if (tab) {
        const address = URL.createObjectURL(paper);
        tab.location.href = address;
        setTimeout(() => URL.revokeObjectURL(address), KEPT);
      } else {
        saveAs(paper, `${name}.docx`);
      }
    } catch (error) {
      tab?.close();
      message.error((error as Error).message || say('failed'));
    } finally {
      setBusy(undefined);
    }
  };

  return (
    <Space wrap>
      <Button icon={<FilePdfOutlined />} loading={busy === 'pdf'} onClick={() => void take('pdf')}>
        {`${name} · ${say('printPreview')}`}
      </Button>
      <Button icon={<FileWordOutlined />} loading={busy === 'docx'} onClick={() => void take('docx')}>
        {`${name} · ${say('word')}`}
      </Button>
    </Space>
  );
}
