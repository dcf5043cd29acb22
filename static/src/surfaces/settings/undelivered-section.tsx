// Which resolutions and statuses close an item without delivering it.
import Button from '@atlaskit/button/new';
import { Inline } from '@atlaskit/primitives/compiled';
import type { Named, Rules } from '../../../../src/domain/rules';
import { CheckList } from '../../components/check-list';
import { SMALL } from '../../components/field';
import { messages } from '../../messages';
import type { SettingsPageState } from './page';
import { SectionFrame } from './section-frame';
import { SectionSave } from './section-save';
import { PreviewSentence } from './preview/preview-number';
import { usePreview } from './preview/use-preview';
import { useSection } from './use-section';

const text = messages.settings.undelivered;

/** Null takes the usual ones by name. */
interface UndeliveredForm {
  list: Rules['undelivered'];
}

const sorted = (list: NonNullable<Rules['undelivered']>) => ({
  resolutionIds: [...list.resolutionIds].sort(),
  statusIds: [...list.statusIds].sort(),
});
const from = ({ undelivered }: Rules): UndeliveredForm => ({
  list: undelivered && sorted(undelivered),
});
const to = ({ list }: UndeliveredForm): Partial<Rules> => ({ undelivered: list });

const FIELDS = ['list'] as const;

const loadNumbers = () => import('./preview/output-numbers').then((file) => file.outputNumbers);

export function UndeliveredSection({ page }: { page: SettingsPageState }) {
  const section = useSection(page, { fields: FIELDS, from, to });
  const { resolutions, statuses, usual } = page.site;
  const { form, change } = section;
  const list = form.list ?? usual;
  const preview = usePreview(page, { ...page.open.rules, ...to(form) }, loadNumbers);
  const names = (all: readonly Named[], ids: readonly string[]) =>
    all
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(', ');
  const say = (of: UndeliveredForm): string => {
    const theirs = of.list ?? usual;
    return [
      `${text.resolutions}: ${names(resolutions, theirs.resolutionIds)}`,
      `${text.statuses}: ${names(statuses, theirs.statusIds)}`,
    ].join(' · ');
  };
  const marked = (all: readonly Named[], ids: readonly string[]) =>
    all.map(({ id, name }) => ({ id, name, note: ids.includes(id) ? text.usual : undefined }));
  return (
    <SectionFrame id="undelivered" title={text.title} text={text.text}>
      <CheckList
        legend={text.resolutions}
        empty={text.none}
        checks={marked(resolutions, usual.resolutionIds)}
        chosen={list.resolutionIds}
        onChange={(resolutionIds) => change({ list: sorted({ ...list, resolutionIds }) })}
      />
      <CheckList
        legend={text.statuses}
        empty={text.none}
        checks={marked(statuses, usual.statusIds)}
        chosen={list.statusIds}
        onChange={(statusIds) => change({ list: sorted({ ...list, statusIds }) })}
      />
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <span style={SMALL}>{form.list === null ? text.byName : text.own}</span>
        {form.list === null ? null : (
          <Button spacing="compact" appearance="subtle" onClick={() => change({ list: null })}>
            {text.usualOnes}
          </Button>
        )}
      </Inline>
      <PreviewSentence
        preview={preview}
        sentence={section.dirty ? text.preview.then : text.preview.now}
        numbers={{
          now: { name: 'now', what: text.preview.what },
          then: { name: 'then', what: text.preview.whatThen },
        }}
      />
      <SectionSave section={section} label={() => text.title} say={say} />
    </SectionFrame>
  );
}
