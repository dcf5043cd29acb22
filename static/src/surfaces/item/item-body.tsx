// The panel once its data is there: messages first, then the answer or the form, then the result.
import { useEffect, useRef, useState } from 'react';
import { token } from '@atlaskit/tokens';
import type { GivenPass } from '../../../../src/contract/procedures';
import { Button } from '../../components/button';
import { SMALL } from '../../components/field';
import { Inline, Stack } from '../../components/layout';
import { LiveRegion, useAnnouncer } from '../../components/live-region';
import { useFormat } from '../../components/reader';
import { fill } from '../../format';
import { item as text } from '../../messages/item';
import { AnswerMessage } from './answer-message';
import { AnswerView } from './answer-view';
import { Editor } from './editor';
import { FlagMessage } from './flag-message';
import { PanelHead } from './panel-head';
import { ResultSection } from './result-section';
import { StartSection, StartWay, stopWords } from './start-section';
import { useDismissals } from './use-dismissals';
import type { Item, Loaded } from './use-item';
import type { ItemModel } from './view-model';

function editLabel({ state, message, sorted }: ItemModel, hasDraft: boolean): string {
  if (hasDraft) return text.continueDraft;
  if (sorted || message === 'unreadable' || state === 'none') return text.answer;
  if (state === 'half') return text.complete;
  if (state === 'parent') return text.ownAnswer;
  return state === 'exempt' ? text.answerAnyway : text.edit;
}

/** Items that are asked and have no whole answer are asked at once. */
const opensForm = (model: ItemModel, { data }: Loaded): boolean =>
  model.mayEdit &&
  data.facts.category !== 'done' &&
  model.sorted === null &&
  (data.open.draft !== null || model.state === 'none' || model.state === 'half');

interface ItemBodyProps {
  item: Item;
  loaded: Loaded;
  model: ItemModel;
  narrow: boolean;
}

export function ItemBody({ item, loaded, model, narrow }: ItemBodyProps) {
  const { data } = loaded;
  const itemId = data.facts.id;
  const format = useFormat();
  const [editing, setEditing] = useState<'no' | 'shown' | 'asked'>(() => {
    if (!opensForm(model, loaded)) return 'no';
    // What is half done is gone on with; the narrow page beside it does not take the cursor away.
    return model.state === 'half' && !narrow ? 'asked' : 'shown';
  });
  const [saved, setSaved] = useState(false);
  const { text: said, say } = useAnnouncer();
  const hints = useDismissals(itemId, data.open.dismissed, (dismissed) =>
    item.setOpen({ dismissed }),
  );
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
  const onAnswer = model.mayEdit && editing === 'no' ? open : null;
  const starting = {
    itemId,
    mayEdit: data.open.may.edit,
    onPass: (pass: GivenPass, sentence: string) => {
      item.setOpen({ pass });
      say(sentence);
    },
  };
  const stopped = model.message && model.start?.kind === 'block' ? model.start : null;

  return (
    <Stack space="space.200">
      {model.flag ? <FlagMessage flag={model.flag} onAnswer={onAnswer} /> : null}
      <PanelHead model={model}>
        {saved ? <span style={{ color: token('color.text.success') }}>✓ {text.saved}</span> : null}
      </PanelHead>
      {model.message ? (
        <AnswerMessage
          message={model.message}
          mayEdit={model.mayEdit}
          raw={data.answerValue}
          stops={stopped && stopWords(stopped)}
        >
          {stopped ? <StartWay {...starting} /> : null}
        </AnswerMessage>
      ) : null}
      {model.parentUnseen ? <span style={SMALL}>{text.parentUnseen}</span> : null}
      {model.outsideSince === null ? null : (
        <span style={SMALL}>{fill(text.outside, { at: format.instant(model.outsideSince) })}</span>
      )}
      {model.start && !stopped ? (
        <StartSection {...starting} start={model.start} onAnswer={onAnswer} />
      ) : null}
      {editing === 'no' ? (
        <AnswerView
          model={model}
          projectId={data.open.projectId}
          itemId={itemId}
          summary={data.summary}
        />
      ) : (
        <Editor
          item={item}
          data={data}
          model={model}
          hints={hints}
          narrow={narrow}
          takesFocus={editing === 'asked'}
          onLeave={() => setEditing('no')}
          onSaved={({ value, seen }) => {
            item.setAnswer(value, seen);
            // The app has dropped it with the save.
            item.setOpen({ draft: null });
            setEditing('no');
            done(text.saved);
          }}
        />
      )}
      {model.result.stage !== 'none' ? (
        <ResultSection
          itemId={itemId}
          model={model}
          onSaved={({ view, dated }) => {
            if (dated) item.setAnswer(dated.answer, dated.seen);
            item.setOpen({ result: view });
            done(dated ? text.result.dateSaved : text.result.saved);
          }}
          onTheirs={(result) => item.setOpen({ result })}
        />
      ) : null}
      {onAnswer ? (
        <Inline space="space.100">
          <Button ref={edit} onClick={open}>
            {editLabel(model, data.open.draft !== null)}
          </Button>
        </Inline>
      ) : null}
      {model.readOnly ? <span style={SMALL}>{text.readOnly}</span> : null}
      <LiveRegion text={said} />
    </Stack>
  );
}
