import type { ProcedurePart } from '@/lib/procedure/procedure-page.data'
import type { StoryLabels } from './story-labels'

/** Where every procedure of the file is, the one that weighs most first. */
export type Said = { readonly key: string; readonly what: string; readonly whose: string | null }

/** Detention first, then asylum, then guardianship: an older time in detention says nothing of today. */
export const currentOf = (
  { ways, episodes, minors, held }: ProcedurePart,
  { t, asylum, episode, minor }: StoryLabels,
  /** That someone is held with no order on record; the room of detention says how long. */
  sayHeld: (held: ProcedurePart['held'][number]) => string,
): readonly Said[] => [
  ...held.slice(0, 1).map((one) => ({ key: 'held', what: sayHeld(one), whose: null })),
  ...episodes
    .slice(0, 1)
    .filter(({ id }) => held.every(({ episodeId }) => episodeId !== id))
    .map(({ id, state }) => ({ key: id, what: episode.state(state), whose: null })),
  ...ways.slice(-1).map(({ id, way, state }) => ({
    key: id,
    what: t('wayCurrent', { way: asylum.t(`way.${way}`), state: asylum.t(`state.${state}`) }),
    whose: null,
  })),
  ...minors.map(({ id, name, state }) => ({
    key: id,
    what: minor.t(`state.${state}`),
    whose: minors.length > 1 ? name : null,
  })),
]
