// The sections of the settings as links at the top: the page is long.
import { token } from '@atlaskit/tokens';
import { messages } from '../../messages';
import { goToSection } from './section-frame';

const { settings: text } = messages;

/** In the order of the page. */
const SECTIONS = [
  ['setup', text.setup.title],
  ['goals', text.goals.title],
  ['agreement', text.sections.agreement],
  ['gate', text.gate.title],
  ['rules', text.rules.title],
  ['forum', text.forum.title],
  ['digest', text.sections.digest],
  ['streams', text.streams.title],
  ['undelivered', text.undelivered.title],
  ['data', text.sections.data],
] as const;

export function SectionIndex() {
  return (
    <nav aria-label={text.sections.title}>
      <ul
        style={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: `${token('space.050')} ${token('space.200')}`,
          listStyle: 'none',
          margin: 0,
          padding: 0,
        }}
      >
        {SECTIONS.map(([id, title]) => (
          <li key={id} style={{ margin: 0 }}>
            <a
              href={`#${id}`}
              style={{ color: token('color.link') }}
              onClick={(event) => {
                event.preventDefault();
                goToSection(id);
              }}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
