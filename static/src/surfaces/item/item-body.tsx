// The panel once its data is there: messages first, then the answer or the form, then the result.
import { useEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import { SMALL } from '../../components/field';
import { LiveRegion, useAnnouncer } from '../../components/live-region';
import { messages } from '../../messages';
import { AnswerMessage } from './answer-message';
import { AnswerView } from './answer-view';
import { readDraft } from './draft';
import { Editor } from './editor';
import { FlagMessage } from './flag-message';
import type { ItemData } from './load';
import { PanelHead } from './panel-head';
import { ResultSection } from './result-section';
import { StartMessage } from './start-message';
import type { Item, Loaded } from './use-item';
import type { ItemModel } from './view-model';

const text = messages.item;

function editLabel({ state, message }: ItemModel, hasDraft: boolean): string {
  if (hasDraft) return text.continueDraft;
  if (message === 'unreadable' || state === 'none') return text.answer;
  if (state === 'half') return text.complete;
  if (state === 'parent') return text.ownAnswer;
  return state === 'exempt' ? text.answerAnyway : text.edit;
}

/** Items that are asked and have no whole answer are asked at once. */
const opensForm = (model: ItemModel, data: ItemData): boolean =>
  model.mayEdit &&
  data.facts.category !== 'done' &&
  (readDraft(data.facts.id) !== null || model.state === 'none' || model.state === 'half');

interface ItemBodyProps {
  item: Item;
  loaded: Loaded;
  model: ItemModel;
  narrow: boolean;
}

export function ItemBody({ item, loaded, model, narrow }: ItemBodyProps) {
  const { data } = loaded;
  const itemId = data.facts.id;
  const [editing, setEditing] = useState<'no' | 'shown' | 'asked'>(
    opensForm(model, data) ? 'shown' : 'no',
  );
  const [saved, setSaved] = useState(false);
  const { text: said, say } = useAnnouncer();
  const edit = useRef<HTMLButtonElement>(null);
  const returns = useRef(false);

  useEffect(() => {
    // After the form has gone, its focus would be lost.
    if (editing === 'no' && returns.current) edit.current?.focus();
    returns.current = editing !== 'no';
  }, [editing]);

  function done(sentence: string): void {
    setSaved(true);
    say(sentence);
  }
  const open = () => {
    setSaved(false);
    setEditing('asked');
  };

  return (
    <Stack space="space.200">
      {model.flag ? (
        <FlagMessage flag={model.flag} onAnswer={model.mayEdit && editing === 'no' ? open : null} />
      ) : null}
      <PanelHead model={model}>
        {saved ? <span style={{ color: token('color.text.success') }}>✓ {text.saved}</span> : null}
      </PanelHead>
      {model.message ? (
        <AnswerMessage message={model.message} mayEdit={model.mayEdit} raw={data.answerValue} />
      ) : null}
      {model.missingForStart ? <StartMessage missing={model.missingForStart} /> : null}
      {editing === 'no' ? (
        <AnswerView model={model} />
      ) : (
        <Editor
          data={data}
          model={model}
          narrow={narrow}
          takesFocus={editing === 'asked'}
          onLeave={() => setEditing('no')}
          onSaved={({ value, seen }) => {
            item.setAnswer(value, seen);
            setEditing('no');
            done(text.saved);
          }}
        />
      )}
      {model.result.stage !== 'none' ? (
        <ResultSection
          itemId={itemId}
          model={model.result}
          mayGive={model.mayGiveResult}
          onGiven={(result) => {
            item.setResult(result);
            done(text.result.saved);
          }}
        />
      ) : null}
      {editing === 'no' && model.mayEdit ? (
        <Inline>
          <Button ref={edit} onClick={open}>
            {editLabel(model, readDraft(itemId) !== null)}
          </Button>
        </Inline>
      ) : null}
      {model.readOnly ? <span style={SMALL}>{text.readOnly}</span> : null}
      <LiveRegion text={said} />
    </Stack>
  );
}
