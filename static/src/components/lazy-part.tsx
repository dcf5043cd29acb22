// A part of the page whose code is fetched when it is wanted. Its place is kept until then, and what
// could not be fetched can be fetched again.
import { useCallback, useEffect, useState, type ComponentType } from 'react';
import { Failure } from './failure';
import { SkeletonStack } from './skeleton';
import { project as projectText } from '../messages/project';

const text = projectText;

/** A component that fetches itself; `preload` begins before it is drawn. */
export type LazyPart<P> = ComponentType<P> & { preload: () => void };

/** `heights` of the placeholders, as CSS lengths. */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  heights: readonly string[],
): LazyPart<P> {
  let found: ComponentType<P> | null = null;
  const fetchPart = async (): Promise<ComponentType<P>> => (found ??= await load());

  function Part(props: P) {
    const [state, setState] = useState<{ Component: ComponentType<P> | null; failed: boolean }>(
      () => ({ Component: found, failed: false }),
    );
    const [round, setRound] = useState(0);
    useEffect(() => {
      let alive = true;
      fetchPart().then(
        (Component) => alive && setState({ Component, failed: false }),
        () => alive && setState({ Component: null, failed: true }),
      );
      return () => {
        alive = false;
      };
    }, [round]);
    const again = useCallback(() => {
      setState({ Component: null, failed: false });
      setRound((before) => before + 1);
    }, []);
    const { Component, failed } = state;
    if (failed) return <Failure trouble={{ message: text.partFailed }} onRetry={again} />;
    return Component ? <Component {...props} /> : <SkeletonStack heights={heights} />;
  }
  Part.preload = () => void fetchPart().catch(() => undefined);
  return Part;
}
