// Drawing without React.
import { expect, test } from '@jest/globals';
import { render } from '@testing-library/react';
import { drawPlain } from '../../static/src/plain-dom';

const Line = ({ words }: { words: string }) => (
  <p className="line" aria-label={words} style={{ margin: 0, color: 'red', fontWeight: 'bold' }}>
    {words}
  </p>
);
const lines = (
  <div role="status">
    <Line words="one" />
    {['two', 'three'].map((words) => (
      <Line key={words} words={words} />
    ))}
    <>
      {4}
      {null}
      {false}
      {' & <five>'}
    </>
  </div>
);

test('what has no state is drawn as React draws it, in place of what was there', () => {
  const place = document.createElement('main');
  drawPlain(place, <p>before</p>);
  drawPlain(place, lines);
  expect(place.innerHTML).toBe(render(lines).container.innerHTML);
});

test('what only React can do is refused', () => {
  const place = document.createElement('main');
  expect(() => drawPlain(place, <button onClick={() => undefined}>Go</button>)).toThrow('onClick');
  expect(() => drawPlain(place, <p dangerouslySetInnerHTML={{ __html: '' }} />)).toThrow(
    RangeError,
  );
});
