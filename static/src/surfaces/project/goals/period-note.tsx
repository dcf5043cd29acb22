// When goals are about to end, or have ended and nothing follows: said on every tab in one line, and
// on the tab Goals with what comes next.
import type { OpenProject } from '../../../../../src/contract/procedures';
import { periodEnd, type PeriodEnd } from '../../../../../src/domain/goal-period';
import { Stack } from '../../../components/layout';
import { Notice } from '../../../components/notice';
import { useFormat } from '../../../components/reader';
import type { Format } from '../../../format';
import { period as text } from '../../../messages/project-agreement';
import { SettingsWay } from '../settings-way';

/** "These 2 goals end on Dec 31, 2026", "The last goal ended 5 days ago". */
export function periodEndWords(end: PeriodEnd, today: string, format: Format): string {
  const { goals, lastDay, left } = end;
  return left >= 0
    ? format.plural(text.ends, goals.length, { day: format.day(lastDay) })
    : format.plural(text.endedAgo, goals.length, { when: format.relative(lastDay, today) });
}

interface PeriodNoteProps {
  project: OpenProject;
  projectKey: string;
  /** One line, for the tabs that are about something else. */
  isShort?: boolean;
}

export function PeriodNote({ project, projectKey, isShort = false }: PeriodNoteProps) {
  const format = useFormat();
  const end = periodEnd(project.goals, project.today);
  if (!end) return null;
  const words = periodEndWords(end, project.today, format);
  const way = (
    <SettingsWay
      projectKey={projectKey}
      administer={project.may.administer}
      link={text.start}
      ask={text.ask}
    />
  );
  if (isShort)
    return (
      <Notice>
        {words}. {way}
      </Notice>
    );
  return (
    <Notice title={words}>
      <Stack space="space.075">
        <span>{text.text}</span>
        {way}
      </Stack>
    </Notice>
  );
}
