// The way to the settings, for those who may use it; for others a sentence that says who can.
import { useEffect, useState } from 'react';
import { TextLink } from '../../components/text-link';
import { settingsAddress } from '../../forge/settings-address';

interface SettingsWayProps {
  projectKey: string;
  administer: boolean;
  /** What the link is called. */
  link: string;
  /** Whom to ask, for readers who may not change settings. */
  ask: string;
}

export function SettingsWay({ projectKey, administer, link, ask }: SettingsWayProps) {
  const [href, setHref] = useState<string | null>(null);
  useEffect(() => {
    if (!administer) return;
    let alive = true;
    void settingsAddress(projectKey).then((found) => {
      if (alive) setHref(found);
    });
    return () => {
      alive = false;
    };
  }, [administer, projectKey]);
  if (administer && href !== null) return <TextLink href={href}>{link}</TextLink>;
  return <span>{ask}</span>;
}
