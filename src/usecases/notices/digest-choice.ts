// Whether somebody wants messages about a project, said by themselves.
import type { Input } from '../../contract/procedures';
import type { Ports } from '../../ports';

/** Says, or only reads, whether this person gets no messages about the project. */
export async function digestChoice(
  ports: Ports,
  owner: string,
  { projectId, off }: Input<'digest.mine'>,
): Promise<{ off: boolean }> {
  if (off === undefined) return { off: await ports.personal.digestOff(owner, projectId) };
  await ports.personal.saveDigestOff(owner, projectId, off, ports.clock.now());
  return { off };
}
