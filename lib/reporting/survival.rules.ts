/**
 * How long something lasts, when some of it is still going on: the product limit of Kaplan and Meier (1958), with delayed entry, because a
 * time in detention is known to us only from the day we met the person, and long ones are met more often (Klein and Moeschberger 2003, 4.6).
 */
export type Spell = {
  /** Days after its begin on which it came under observation; 0 from the beginning. */
  readonly entry: number
  /** Days after its begin on which it ended, or was last seen to go on. */
  readonly exit: number
  readonly ended: boolean
  /** How many spells these are. */
  readonly count: number
}

export type Step = { readonly day: number; readonly share: number; readonly atRisk: number }

/** The share that lasts longer than each day on which one ended. A spell is at risk from the day after its entry to its exit. */
export const survival = (spells: readonly Spell[]): readonly Step[] => {
  const seen = spells.filter(({ entry, exit }) => exit > entry)
  const days = [...new Set(seen.filter(({ ended }) => ended).map(({ exit }) => exit))].sort((a, b) => a - b)
  let share = 1
  return days.map((day) => {
    const atRisk = sum(seen.filter(({ entry, exit }) => entry < day && day <= exit))
    const ending = sum(seen.filter(({ exit, ended }) => ended && exit === day))
    share *= 1 - ending / atRisk
    return { day, share, atRisk }
  })
}

const sum = (spells: readonly Spell[]): number => spells.reduce((all, { count }) => all + count, 0)

/** Quartiles are told of twenty spells or more: of fewer, one person moves them. */
export const FEWEST_SPELLS = 20

/** The first day by which at least this share has ended; null while it has not, or of too few spells. */
export const dayOfShare = (spells: readonly Spell[], ended: number): number | null => {
  if (sum(spells.filter(({ entry, exit }) => exit > entry)) < FEWEST_SPELLS) return null
  // A share is a product of fractions: what is half may be told a hair more.
  return survival(spells).find(({ share }) => share <= 1 - ended + 1e-9)?.day ?? null
}
